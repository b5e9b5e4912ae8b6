import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'

test('a request cannot say where it comes from: its connection does', async () => {
  const server = `const s = require('node:http').createServer((q, r) => r.end(q.headers['x-forwarded-for'])).listen(0, '127.0.0.1', () => console.log(s.address().port))`
  const child = spawn(process.execPath, ['--import', path.resolve('bin/first/socket-address.mjs'), '-e', server])
  try {
    const [port] = await once(child.stdout, 'data')
    const answer = await fetch(`http://127.0.0.1:${String(port).trim()}/`, { headers: { 'x-forwarded-for': '203.0.113.7' } })
    expect(await answer.text()).toBe('127.0.0.1')
  } finally {
    child.kill()
  }
})

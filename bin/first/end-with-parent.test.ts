import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'

test('a child ends with whoever started it, also where that was gone before it could look', async () => {
  for (const waits of [true, false]) {
    const args = ['--import', path.join(import.meta.dirname, 'end-with-parent.mjs'), '-e', `process.send?.('up'); setInterval(() => {}, 1000)`]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const ended = once(child, 'exit')
    if (waits) await once(child, 'message')
    child.disconnect()
    expect(await ended).toEqual([null, 'SIGTERM'])
  }
})

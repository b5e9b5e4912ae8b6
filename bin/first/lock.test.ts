import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { holdDataFolder } from './lock.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('whoever comes second is told who is first, and has it when the first lets go', async () => {
  const letGo = await holdDataFolder(folder, { pid: 4711, what: 'npm start', url: 'http://localhost:3000' })
  const second = { pid: 4712, what: 'npm run dev', url: '' }
  await expect(holdDataFolder(folder, second, 300)).rejects.toThrow(/in use by npm start \(process 4711, http/)
  const waiting = holdDataFolder(folder, second, 10_000)
  letGo()
  ;(await waiting)()
})

test('of many that come at once, one has it', async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, (_, pid) => holdDataFolder(folder, { pid, what: 'a start', url: '' }, 200)),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

/** An installation loses each of its processes in turn: it never goes on in pieces, and the next start has everything again. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '@/bin/first/ports.mjs'
import { prepareEmbedded, startEmbedded } from '@/bin/installation/embedded-database'
import { secretsOf } from '@/bin/installation/secrets'
import { runningServer } from '@/bin/postgres/left-behind'
import { expect, test as base } from '../fixtures'
import { alive, begin, family, killAll, type Started } from '../started'

/** A data folder with an embedded database, migrated and empty; nothing that was begun on it outlives the test. */
const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-start-'))
    chmodSync(folder, 0o711)
    const secrets = secretsOf(folder)
    const server = await startEmbedded(folder, secrets)
    await prepareEmbedded(server, folder, secrets, false)
    await server.stop()
    await use(folder)
    killAll(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

const parts = { web: /next-server|server\.js/, worker: /bin\/worker\.ts/, database: /bin\/postgres -D/ }
const pidsOf = ({ pid }: Started) => family(pid).map((one) => one.pid)
const pidOf = ({ pid }: Started, part: keyof typeof parts) => family(pid).find(({ command }) => parts[part].test(command))!.pid
const gone = (pids: readonly number[]) => expect.poll(() => alive(pids)).toEqual([])

async function asOwner(folder: string, text: string): Promise<unknown[]> {
  const { port } = runningServer(path.join(folder, 'postgres'))!
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'owner', password: secretsOf(folder).ownerPassword, database: 'doubleread' })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}

test.skip(process.platform !== 'linux', 'it looks for processes in /proc')

test('whichever of its processes is killed, nothing of it goes on, and the next start has everything again; a signal stops all of it', async ({ folder }) => {
  test.slow()
  const port = await freePort()
  for (const [part, name] of [['web', 'The web server'], ['worker', 'The worker'], ['database', 'The database server']] as const) {
    const start = begin('script', folder, port)
    await start.ready
    if (part === 'web') await asOwner(folder, `insert into person (email, name) values ('kept@example.org', 'Kept')`)
    const pids = pidsOf(start)
    process.kill(pidOf(start, part), 'SIGKILL')
    const { how, said } = await start.ended
    expect(how).toBe(1)
    expect(said).toContain(`${name} has ended unexpectedly, so everything is stopped: start again.`)
    await gone(pids)
  }

  // Killed itself, it stops nothing: web server and worker notice, and the next start ends the database it finds.
  const killed = begin('script', folder, port)
  await killed.ready
  const left = pidsOf(killed)
  expect(left.length).toBeGreaterThanOrEqual(4)
  process.kill(killed.pid, 'SIGKILL')
  const next = begin('script', folder, port)
  await next.ready
  await gone(left)
  expect(await asOwner(folder, 'select name from person')).toEqual([{ name: 'Kept' }])
  const pids = pidsOf(next)
  process.kill(next.pid, 'SIGTERM')
  expect((await next.ended).how).toBe(0)
  await gone(pids)

  // A terminal's Ctrl-C goes to everybody in it, npm included.
  const typed = begin('npm', folder, port)
  await typed.ready
  const all = pidsOf(typed)
  process.kill(-typed.pid, 'SIGINT')
  await typed.ended
  await gone(all)
  expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
})

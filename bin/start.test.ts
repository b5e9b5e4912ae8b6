/** What `npm start` says where it cannot begin: one clear sentence, and nothing half begun. That it ends and comes back whole: e2e/early/killed-processes.spec.ts. */
import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import ts from 'typescript'
import { afterAll, expect, test, vi } from 'vitest'
import { runChild } from './first/children.mjs'
import { Halt, sentenceOf } from './first/halt.mjs'
import { checkPort, freePort } from './first/ports.mjs'
import { root } from './first/root.mjs'
import { secretsOf } from './installation/secrets'
import { initialise } from './postgres/initialise'

// A command of its own is soon done, but not on a machine that has much else to do.
vi.setConfig({ testTimeout: 120_000 })

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-begin-'))
  // The account that runs Postgres passes through.
  chmodSync(folder, 0o711)
  folders.push(folder)
  return folder
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

type Ended = { code: unknown; said: string }
const { DATABASE_URL: _given, ...surroundings } = process.env
const run = (command: string, args: string[], env: Record<string, string>): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(command, args, { cwd: root, env: { ...surroundings, ...env }, timeout: 60_000 }, (error, out, err) => resolve({ code: error?.code ?? 0, said: out + err }))
  })
/** With hot reload, which needs no build; it is never come to here. */
const command = [process.execPath, 'bin/start.mjs', '--dev'] as const
const start = async (env: Record<string, string>): Promise<Ended> => run(command[0], command.slice(1), { PORT: String(await freePort()), ...env })

const entrances = ['start.mjs', 'test.mjs', 'check.mjs', 'with-world.mjs', 'doubleread']

test('a Node that is too old is told so by every command, in a sentence', async () => {
  const pose = (version: string) => `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`
  for (const entrance of entrances)
    expect(await run(process.execPath, ['--import', pose('20.18.3'), `bin/${entrance}`], {})).toEqual({ code: 1, said: 'Doubleread needs Node.js 20.19 or newer; this is 20.18.3. See https://nodejs.org/en/download\n' })
  expect(await run(process.execPath, ['--import', pose('20.19.0'), 'bin/first/check-node.mjs'], {})).toEqual({ code: 0, said: '' })
})

test('what reads before the version is known is written for the oldest Node that could come', () => {
  const written = (code: string, target: ts.ScriptTarget) => ts.transpileModule(code, { compilerOptions: { target, module: ts.ModuleKind.ESNext } }).outputText
  for (const file of [...entrances, 'first/check-node.mjs']) {
    const code = readFileSync(path.join(root, 'bin', file), 'utf8')
    expect({ file, code: written(code, ts.ScriptTarget.ES2019) }).toEqual({ file, code: written(code, ts.ScriptTarget.ESNext) })
    expect({ file, imports: /^import /m.test(code) }).toEqual({ file, imports: false })
  }
})

test('a port in use, one that is none and an address of another machine are refused before anything is begun', async () => {
  const taken = net.createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as net.AddressInfo
  const folder = newFolder()
  expect(await start({ DOUBLEREAD_DATA: folder, PORT: String(port) })).toEqual({ code: 1, said: `Port ${port} is in use by another program: stop it, or choose another with PORT=${port + 1} npm start.\n` })
  expect(readdirSync(folder)).toEqual([])
  taken.close()
  await expect(checkPort({ port: Number('http'), host: '127.0.0.1' })).rejects.toThrow('PORT must be a number from 1 to 65535')
  await expect(checkPort({ port: 65_536, host: '127.0.0.1' })).rejects.toThrow('PORT must be a number from 1 to 65535')
  await expect(checkPort({ port, host: '203.0.113.7' })).rejects.toThrow('HOST=203.0.113.7 is not an address of this machine')
})

const hasIPv6 = Object.values(networkInterfaces()).flat().some((one) => one?.address === '::1')

test.skipIf(!hasIPv6)('who listens at ::1, which a browser asks first for "localhost", is not taken for us (skipped where there is no ::1)', async () => {
  const beside = net.createServer().listen(0, '::1')
  await once(beside, 'listening')
  const { port } = beside.address() as net.AddressInfo
  await expect(checkPort({ port, host: '127.0.0.1' }, 0)).rejects.toThrow(`Port ${port} is in use by another program`)
  beside.close()
})

test('a data folder that holds something else is left as it is', async () => {
  const folder = newFolder()
  mkdirSync(path.join(folder, 'postgres'))
  writeFileSync(path.join(folder, 'postgres', 'holiday.jpg'), 'sunset')
  const { code, said } = await start({ DOUBLEREAD_DATA: folder })
  expect({ code, said: said.trim().split('\n').at(-1) }).toEqual({ code: 1, said: `${path.join(folder, 'postgres')} holds something that is not a PostgreSQL database: move it away, or set DOUBLEREAD_DATA to another folder.` })
  expect(readFileSync(path.join(folder, 'postgres', 'holiday.jpg'), 'utf8')).toBe('sunset')
})

test('a database of another PostgreSQL, one without its secrets, and secrets that are none are said to be that', async () => {
  const folder = newFolder()
  const postgres = path.join(folder, 'postgres')
  mkdirSync(postgres)
  writeFileSync(path.join(postgres, 'PG_VERSION'), '14\n')
  await expect(initialise(postgres, '', { folder: '', version: '18.4.0', majorVersion: '18' }, {})).rejects.toThrow(`${postgres} was made by PostgreSQL 14, and this is PostgreSQL 18: restore a backup`)
  expect(readdirSync(postgres)).toEqual(['PG_VERSION'])
  expect(() => secretsOf(folder)).toThrow('holds a database but not the secrets.json that opens it')
  writeFileSync(path.join(folder, 'secrets.json'), '{"ownerPassword":"short"}')
  expect(() => secretsOf(folder)).toThrow('secrets.json is damaged')
})

/** A disk of its own on the folder, gone with the command; root alone can make one without the system's leave. */
const onDisk = (options: string, folder: string): [string, string[]] => {
  const own = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--map-root-user']
  return ['unshare', [...own, 'sh', '-c', 'mount -t tmpfs -o "$0" none "$1" && shift && exec "$@"', `mode=711,${options}`, folder]]
}
const [probe, probing] = onDisk('size=1m', tmpdir())
const canMount = spawnSync(probe, [...probing, 'true']).status === 0

test.skipIf(!canMount)('a full disk is one sentence, found at once or by whoever writes on it (skipped where no disk can be mounted)', async () => {
  const startOn = async (options: string) => {
    const folder = newFolder()
    const [mounting, args] = onDisk(options, folder)
    return run(mounting, [...args, ...command], { PORT: String(await freePort()), DOUBLEREAD_DATA: folder })
  }
  expect(await startOn('size=1m')).toMatchObject({ code: 1, said: expect.stringMatching(/^The disk is full: \d MB are free for .*, and Doubleread needs at least 200 MB\.\n$/) as string })
  // Room enough for bytes and not for files, which nobody can know before.
  const { code, said } = await startOn('size=400m,nr_inodes=300')
  expect({ code, said: said.trim().split('\n') }).toEqual({ code: 1, said: ['The disk is full: free some space and start again.'] })
})

test('whatever runs out of disk, permission or a writable disk on the way is a sentence; a defect keeps its stack', async () => {
  await expect(runChild('sh', ['-c', 'echo "could not write: No space left on device" >&2; exit 1'], {})).rejects.toThrow(new Halt('The disk is full: free some space and start again.'))
  const failed = (code: string) => sentenceOf(Object.assign(new Error(`${code}: x`), { code, path: '/data/x' }))
  expect(failed('ENOSPC')).toBe('The disk is full: free some space and start again.')
  expect(failed('EACCES')).toBe('No permission to write /data/x: give this user the right to, or run as the owner of the folder.')
  expect(failed('EROFS')).toBe('/data/x is on a read-only disk: Doubleread needs a folder that it may write.')
  expect(sentenceOf(new TypeError('undefined is not a function'))).toBeUndefined()
})

/** Starts a PostgreSQL server on a folder and on this machine's own address only, and stops it at the end. */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { isStopping, stopAtTheEnd } from '../first/children.mjs'
import { diskIsFull, Halt } from '../first/halt.mjs'
import { freePort } from '../first/ports.mjs'
import { account } from './account'
import { initialise } from './initialise'
import { clearLeftBehind } from './left-behind'
import { reachableBinaries, reachableFolder } from './reachable'

export type Server = {
  /** As the owner, on the database `postgres`. */
  url: string
  /** Resolves when it ends, wanted or not. */
  ended: Promise<unknown>
  /** 'smart' lets those who are connected finish. */
  stop(how?: 'smart' | 'fast'): Promise<void>
  /** The end of its log. */
  lastWords(): string
}

const startPatienceMs = 120_000
const logLimitBytes = 20_000_000

export async function startServer(place: {
  folder: string
  log: string
  password: string
  throwaway?: boolean
}): Promise<Server> {
  const who = account()
  const programs = reachableBinaries(who)
  const folder = reachableFolder(who, place.folder)
  await initialise(folder, place.password, programs, who)
  await clearLeftBehind(folder)
  for (const until = Date.now() + 15_000; ; await wait(300)) {
    const port = await freePort()
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: '',
      max_connections: 200,
      shared_buffers: '256MB',
      ...(place.throwaway ? careless : {}),
    }
    const began = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0
    if (began > logLimitBytes) truncateSync(place.log)
    const log = openSync(place.log, 'a', 0o600)
    const args = ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
    const child = spawn(path.join(programs.folder, 'bin', 'postgres'), args, {
      ...who,
      cwd: '/',
      stdio: ['ignore', log, log],
      detached: true,
    })
    closeSync(log)
    const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
    const stop = async (how: 'smart' | 'fast' = 'fast') => {
      child.kill(how === 'fast' ? 'SIGINT' : 'SIGTERM')
      const killer = setTimeout(() => child.kill('SIGQUIT'), 30_000)
      await ended
      clearTimeout(killer)
    }
    stopAtTheEnd({ stop })
    const url = `postgresql://owner:${encodeURIComponent(place.password)}@127.0.0.1:${port}/postgres`
    const hasEnded = await untilReady(url, ended)
    if (!hasEnded) return { url, ended, stop, lastWords: () => readFileSync(place.log, 'utf8').slice(-4_000) }
    if (isStopping()) await new Promise(() => {})
    const said = readFileSync(place.log, 'utf8').slice(began > logLimitBytes ? 0 : began)
    if (diskIsFull.test(said)) throw new Halt('The disk is full: free some space and start again.')
    // The last server's backends may take a moment to notice that it was killed; a port may be taken between two lines.
    const passes = /still in use|already in use|lock file/.test(said)
    if (!passes || Date.now() > until)
      throw new Halt(
        `PostgreSQL did not start on ${folder}; it says:\n${said.trimEnd().split('\n').slice(-5).join('\n')}`,
      )
  }
}

/** For databases that live as long as a test run. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** @returns whether it ended instead. */
async function untilReady(url: string, ended: Promise<unknown>): Promise<boolean> {
  const state = { hasEnded: false }
  void ended.then(() => (state.hasEnded = true))
  for (const until = Date.now() + startPatienceMs; !state.hasEnded; await wait(40)) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      return false
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === '28P01')
        throw new Halt(
          'The embedded database does not know the password in secrets.json: put back the secrets.json that belongs to this data folder.',
        )
      if (code !== 'ECONNREFUSED' && code !== '57P03' && code !== 'ECONNRESET') throw error
      if (Date.now() > until) throw new Halt(`PostgreSQL was not ready after ${startPatienceMs / 1000} s; see its log.`)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return true
}

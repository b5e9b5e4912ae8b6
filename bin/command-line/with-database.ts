/**
 * Opens the installation's database for one command: the server of DATABASE_URL, or the embedded one as it runs, or the
 * embedded one started for the time of the command. The services then work on it as they do for the pages.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { dataFolder } from '../first/root.mjs'
import { checkFolder } from '../first/check-folder.mjs'
import { Halt } from '../first/halt.mjs'
import { holdDataFolder } from '../first/lock.mjs'
import { prepareEmbedded, startEmbedded } from '../installation/embedded-database'
import { appConnection } from '../installation/app-connection'
import { pendingMigrations } from '../installation/migrate-database'
import { secretsOf } from '../installation/secrets'
import { account } from '../postgres/account'
import { runningServer } from '../postgres/left-behind'
import { reachableFolder } from '../postgres/reachable'

export type OpenDatabase = { ownerUrl: string }

/** `make`: for the verbs that can begin an installation; it then gets no demo world. */
export async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>, { make = false } = {}): Promise<T> {
  const { ownerUrl, appUrl, close } = await open(make)
  process.env['APP_DATABASE_URL'] = appUrl
  process.env['DATABASE_POOL'] ??= '4'
  const { disconnect } = await import('@/lib/db/client')
  try {
    return await work({ ownerUrl })
  } finally {
    await disconnect()
    await close()
  }
}

async function open(make: boolean): Promise<{ ownerUrl: string; appUrl: string; close: () => Promise<void> }> {
  const given = process.env['DATABASE_URL']
  if (given) {
    await refuseOldShape(given)
    const secrets = process.env['APP_DATABASE_URL']
      ? { ownerPassword: '', appPassword: '', nextAuthSecret: '' }
      : secretsOf(dataFolder)
    return { ownerUrl: given, appUrl: await appConnection(given, secrets), close: async () => {} }
  }
  const begun = existsSync(path.join(dataFolder, 'secrets.json'))
  if (!begun && !make) {
    throw new Halt(`There is no installation in ${dataFolder} yet: run npm start once, or set DATABASE_URL.`)
  }
  if (!begun) checkFolder(dataFolder)
  const secrets = secretsOf(dataFolder)
  const running = runningServer(reachableFolder(account(), path.join(dataFolder, 'postgres')))
  const server = running ? null : await startForUs(secrets)
  const port = running?.port ?? new URL(server?.url ?? '').port
  const url = (user: string, password: string) =>
    `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/doubleread`
  if (server && make) await prepareEmbedded(server, dataFolder, secrets, false)
  const ownerUrl = url('owner', secrets.ownerPassword)
  await refuseOldShape(ownerUrl)
  return { ownerUrl, appUrl: url('doubleread_login', secrets.appPassword), close: async () => server?.stop('smart') }
}

async function startForUs(secrets: ReturnType<typeof secretsOf>) {
  await holdDataFolder(dataFolder, {
    pid: process.pid,
    what: `bin/doubleread ${process.argv[2] ?? ''}`.trim(),
    url: '',
  })
  return startEmbedded(dataFolder, secrets)
}

async function refuseOldShape(ownerUrl: string): Promise<void> {
  const missing = await pendingMigrations(ownerUrl).catch((error: unknown) => {
    if (error instanceof pg.DatabaseError && error.code === '3D000')
      throw new Halt('The database is not made yet: run npm start once.')
    throw error
  })
  if (missing.length)
    throw new Halt(
      'The database has not the shape of this version yet: run npm start (or bin/doubleread migrate) first.',
    )
}

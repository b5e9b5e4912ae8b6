/** A database of its own and production web servers on it, for journeys, pictures and measurements. */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { ensureAppRole } from '../../prisma/app-role'
import { freePort } from '../first/ports.mjs'
import { buildWeb } from '../installation/build-web'
import { makeDemoWorld } from '../installation/demo-world'
import { migrateDatabase } from '../installation/migrate-database'
import { startWeb } from '../installation/start-web'
import { startWorker } from '../installation/start-worker'
import { throwawayServer } from './throwaway-server'

export type World = {
  BASE_URL: string
  /** All servers' addresses, with blanks between them; the first is BASE_URL. */
  BASE_URLS: string
  /** The folder of the build that serves, for a test that starts a server of its own on it. */
  BUILD: string
  DATABASE_URL: string
  APP_DATABASE_URL: string
  DEMO_ACCOUNTS: string
  NEXTAUTH_URL: string
  NEXTAUTH_SECRET: string
}

/**
 * `demo`: with the demo world and a worker; otherwise empty, and nothing is at work in it but what the caller does.
 * `server`: an owner's connection to make the database on; otherwise a server of its own. `careful`: see throwawayServer.
 * `servers`: how many processes serve it; one answers on one core.
 */
export async function startWorld(options: {
  demo: boolean
  careful: boolean
  server?: { url: string; folder: string }
  servers?: number
  output?: number
}): Promise<World> {
  // What the person's own shell says about another installation does not hold here.
  for (const name of ['NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'DATABASE_POOL']) delete process.env[name]
  const [build, { ownerUrl, appUrl, accounts }] = await Promise.all([buildWeb(), makeDatabase(options)])
  const secrets = { ownerPassword: '', appPassword: '', nextAuthSecret: randomBytes(24).toString('base64url') }
  const serve = async () => {
    const address = { port: await freePort(), host: '127.0.0.1' }
    return { address, ...(await startWeb(build, appUrl, secrets, address, options.output)) }
  }
  const web = await serve()
  const urls = [web.url]
  while (urls.length < (options.servers ?? 1)) urls.push((await serve()).url)
  if (options.demo) startWorker(appUrl, secrets, web.address)
  return {
    BASE_URL: web.url,
    BASE_URLS: urls.join(' '),
    BUILD: build,
    DATABASE_URL: ownerUrl,
    APP_DATABASE_URL: appUrl,
    DEMO_ACCOUNTS: accounts,
    NEXTAUTH_URL: web.url,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
  }
}

async function makeDatabase(options: Parameters<typeof startWorld>[0]): Promise<Record<'ownerUrl' | 'appUrl' | 'accounts', string>> {
  const server = options.server ?? (await throwawayServer({ careful: options.careful }))
  const name = `world_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const ownerUrl = Object.assign(new URL(server.url), { pathname: `/${name}` }).toString()
  await migrateDatabase(ownerUrl)
  const appUrl = await ensureAppRole(ownerUrl, randomBytes(18).toString('base64url'))
  const accounts = path.join(server.folder, 'demo-accounts.json')
  if (options.demo) await makeDemoWorld({ ownerUrl, appUrl }, accounts)
  return { ownerUrl, appUrl, accounts }
}

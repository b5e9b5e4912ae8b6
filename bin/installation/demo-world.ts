/** The demo world: made once, in an empty database, by prisma/seed.ts; its accounts' passwords are made there and then. */
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runChild } from '../first/children.mjs'
import { root } from '../first/root.mjs'

export type DemoAccount = { email: string; password: string; roles: string[]; name: string }

const seed = path.join(root, 'prisma', 'seed.ts')

/** `accountsFile` gets the demo accounts as JSON. */
export async function makeDemoWorld(urls: { ownerUrl: string; appUrl: string }, accountsFile: string): Promise<void> {
  if (!existsSync(seed)) return
  await runChild(process.execPath, ['--import', 'tsx', '--conditions=react-server', seed, accountsFile], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: urls.ownerUrl, APP_DATABASE_URL: urls.appUrl },
    what: 'Making the demo world',
  })
  if (existsSync(accountsFile)) chmodSync(accountsFile, 0o600)
}

export function demoAccounts(accountsFile: string): DemoAccount[] {
  return existsSync(accountsFile) ? (JSON.parse(readFileSync(accountsFile, 'utf8')) as DemoAccount[]) : []
}

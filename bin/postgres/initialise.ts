/** Makes the files of a new database server; refuses a folder that is not ours. */
import {
  closeSync,
  existsSync,
  fchownSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { runChild } from '../first/children.mjs'
import { Halt } from '../first/halt.mjs'
import type { Account } from './account'
import type { Binaries } from './binaries'
import { give } from './reachable'

/** A folder that was not made whole never gets its name, so a broken-off initialisation is begun anew. */
export async function initialise(
  folder: string,
  ownerPassword: string,
  programs: Binaries,
  who: Account,
): Promise<void> {
  if (isOurs(folder, programs.majorVersion)) return
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  give(who, making)
  const passwordFile = `${folder}.password`
  rmSync(passwordFile, { force: true })
  const file = openSync(passwordFile, 'wx', 0o600)
  try {
    writeSync(file, ownerPassword)
    if (who.uid !== undefined && who.gid !== undefined) fchownSync(file, who.uid, who.gid)
    // The builtin locale orders and folds case the same on every platform.
    const flags = [
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth=scram-sha-256',
    ]
    const args = ['-D', making, '-U', 'owner', `--pwfile=${passwordFile}`, ...flags]
    await runChild(path.join(programs.folder, 'bin', 'initdb'), args, { ...who, cwd: '/', what: 'Making the database' })
  } finally {
    closeSync(file)
    rmSync(passwordFile, { force: true })
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
}

function isOurs(folder: string, majorVersion: string): boolean {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false
  const versionFile = path.join(folder, 'PG_VERSION')
  if (!existsSync(versionFile))
    throw new Halt(
      `${folder} holds something that is not a PostgreSQL database: move it away, or set DOUBLEREAD_DATA to another folder.`,
    )
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version !== majorVersion) {
    throw new Halt(
      `${folder} was made by PostgreSQL ${version}, and this is PostgreSQL ${majorVersion}: restore a backup into a new folder (bin/doubleread restore), or move it away to begin anew.`,
    )
  }
  return true
}

/**
 * A checkout may stand where the account that runs Postgres cannot go, such as under /root. Then the programs and the data
 * are kept in /var/lib/doubleread, and the data folder holds a link to them.
 */
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { Halt } from '../first/halt.mjs'
import { canReach, type Account } from './account'
import { binaries, type Binaries } from './binaries'

const elsewhere = '/var/lib/doubleread'

export function reachableBinaries(who: Account): Binaries {
  const here = binaries()
  const program = path.join(here.folder, 'bin', 'postgres')
  if (canReach(who, program, 'x')) return here
  const copy = path.join(elsewhere, `postgresql-${here.version}`)
  if (!existsSync(copy)) {
    mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
    rmSync(`${copy}.making`, { recursive: true, force: true })
    cpSync(here.folder, `${copy}.making`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.making`, copy)
  }
  if (!canReach(who, path.join(copy, 'bin', 'postgres'), 'x')) {
    throw new Halt(
      `PostgreSQL refuses to run as root, and the user "postgres" can reach neither ${program} nor ${copy}: put the checkout where every user may go.`,
    )
  }
  return { ...here, folder: copy }
}

/** The folder for the database's files; its parent is one that the account can reach. Made only as far as its parent. */
export function reachableFolder(who: Account, wanted: string): string {
  const link = lstatSync(wanted, { throwIfNoEntry: false })
  if (link?.isSymbolicLink()) {
    const target = readlinkSync(wanted)
    if (!existsSync(path.dirname(target)))
      throw new Halt(
        `${wanted} points to ${target}, which is gone: bring that folder back, or delete the link to begin anew.`,
      )
    return target
  }
  if (link || canReach(who, path.dirname(wanted), 'x')) return wanted
  const parent = path.join(elsewhere, createHash('sha256').update(wanted).digest('hex').slice(0, 12))
  mkdirSync(parent, { recursive: true, mode: 0o711 })
  const target = path.join(parent, 'postgres')
  symlinkSync(target, wanted)
  console.error(
    `          ${path.dirname(wanted)} is closed to the user that runs PostgreSQL; the database's files are in ${target}.`,
  )
  return target
}

/** Gives what we made as root to the account that shall use it. */
export function give(who: Account, file: string): void {
  if (who.uid !== undefined && who.gid !== undefined) chownSync(file, who.uid, who.gid)
}

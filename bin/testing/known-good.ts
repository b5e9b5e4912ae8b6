/**
 * What the inner loop has found good, kept by content in `.data/`: a file is looked at again when it, anything that it reaches, a package or a
 * setting is another. `npm test` takes nothing for known. Whoever wants all of it anew removes the file.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { reachOf } from './reach'

type Known = Record<string, Record<string, string>>
/** `beside`: what all files depend on without naming it, their declarations aside. `runs`: so a file that reads others is never known. */
type Look = { root: string; check: string; files: readonly string[]; beside: readonly string[]; runs: boolean }

/** Of each file that can be known, the name of what it is good as. */
function namesOf({ root, files, beside, runs }: Look): Map<string, string> {
  const reach = [...reachOf(root, files)]
  const declaring = runs ? [] : reach.filter(([, { declares }]) => declares).map(([, { hash }]) => hash)
  const common = createHash('sha256').update([process.version, ...[...reachOf(root, beside).values()].map(({ hash }) => hash), ...declaring].join())
  return new Map(reach.filter(([, { reads }]) => !(runs && reads)).map(([file, { hash }]) => [file, common.copy().update(hash).digest('base64')]))
}

function readStore(store: string): Known {
  try {
    return JSON.parse(readFileSync(store, 'utf8')) as Known
  } catch {
    return {}
  }
}

/** Checks those of the files that are not known to be good; afterwards those are that it returns, unless they were written meanwhile. */
export async function checkUnknown(look: Look, check: (unknown: string[]) => Promise<readonly string[]>): Promise<void> {
  const store = path.join(look.root, '.data', 'known-good.json')
  const before = namesOf(look)
  const good = readStore(store)[look.check] ?? {}
  const unknown = look.files.filter((file) => !before.has(file) || good[file] !== before.get(file))
  const left = look.files.length - unknown.length
  if (left) process.stdout.write(`${look.check}: ${left} files are known to be good\n`)
  if (!unknown.length) return
  const found = new Set(await check(unknown))
  const after = namesOf(look)
  const known = Object.fromEntries([...before].filter(([file, name]) => after.get(file) === name && (found.has(file) || good[file] === name)))
  mkdirSync(path.dirname(store), { recursive: true })
  writeFileSync(`${store}.${process.pid}`, JSON.stringify({ ...readStore(store), [look.check]: known }))
  renameSync(`${store}.${process.pid}`, store)
}

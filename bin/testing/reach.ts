/**
 * What a file's meaning can depend on, as a hash of it: itself and every file of ours that it reaches. Reaching is taken widely: any quoted
 * relative or `@/` path that leads to a file, whatever it is quoted for, so that nothing is missed by reading too well.
 */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * `reads`: it, or what it reaches, can read files or start programs, so the hash does not hold all that it depends on. `declares`: others
 * depend on its types without naming it.
 */
export type Reach = { hash: string; reads: boolean; declares: boolean }
type Source = { hash: Buffer; reads: boolean; declares: boolean; to: string[] }

const quoted = /['"`]((?:\.{1,2}|@)\/[^'"`\n]+)['"`]/g
const reading = /['"](node:)?(fs|child_process)(\/promises)?['"]/
const declaring = /\bdeclare (global|module)\b/
const endings = ['', '.ts', '.tsx', '.mts', '.mjs', '.d.ts', '.js', '.json', '/index.ts', '/index.tsx']

const notOurs = /^\.|^(node_modules|generated)$/

/** Sources below a folder, as paths from it. Hidden folders, packages and what is generated are not ours. */
export function sourcesIn(root: string, folder = '.'): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return notOurs.test(entry.name) ? [] : sourcesIn(root, file)
    return /\.([cm]?[jt]s|[jt]sx)$/.test(entry.name) ? [file] : []
  })
}

/** By file. What is asked about must exist. */
export function reachOf(root: string, files: readonly string[]): Map<string, Reach> {
  const known = new Map<string, Source>()
  const found = new Map<string, string | null>()
  const isFile = (file: string) => statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile() ?? false
  const leadsTo = (place: string) => {
    if (!found.has(place)) found.set(place, endings.map((ending) => place + ending).find(isFile) ?? null)
    return found.get(place)
  }
  const sourceOf = (file: string): Source => {
    let source = known.get(file)
    if (source) return source
    const text = readFileSync(path.join(root, file))
    const words = /\.([cm]?[jt]s|[jt]sx)$/.test(file) ? text.toString() : ''
    const places = [...words.matchAll(quoted)].map(([, to]) => path.normalize(to!.startsWith('@/') ? to!.slice(2) : path.join(path.dirname(file), to!)))
    const to = [...new Set(places)].flatMap((place) => leadsTo(place) ?? [])
    source = { hash: createHash('sha256').update(`${file}\n`).update(text).digest(), reads: reading.test(words), declares: file.endsWith('.d.ts') || declaring.test(words), to }
    known.set(file, source)
    return source
  }
  return new Map(
    files.map((file) => {
      const reached = new Set([file])
      const hash = createHash('sha256')
      let reads = false
      // A set is gone through in the order of its growing, which the contents alone decide.
      for (const each of reached) {
        const source = sourceOf(each)
        hash.update(source.hash)
        reads ||= source.reads
        for (const next of source.to) reached.add(next)
      }
      return [file, { hash: hash.digest('base64'), reads, declares: sourceOf(file).declares }]
    }),
  )
}

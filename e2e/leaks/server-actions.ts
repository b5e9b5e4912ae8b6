/** Every server action there is, read from the sources, with what its build calls it: a new one is attacked from its first day. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

export type ServerAction = {
  /** Such as `people/verbs deactivate`. */
  name: string
  id: string
  /** Some page that it belongs to, parameters and all: its requests go there. */
  page: string
}
type Manifest = { node: Record<string, { workers: Record<string, unknown>; exportedName: string; filename: string }> }

const root = path.join(import.meta.dirname, '..', '..')

/** Those that a page wraps around one of these, to bind its own address, have no input of their own to attack. */
export function everyAction(): ServerAction[] {
  const at = path.join(process.env['BUILD']!, '.next', 'server', 'server-reference-manifest.json')
  const built = Object.entries((JSON.parse(readFileSync(at, 'utf8')) as Manifest).node)
  const files = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  return files.sort().flatMap((file) => {
    const source = readFileSync(path.join(root, 'app', file), 'utf8')
    if (!source.startsWith("'use server'")) return []
    return [...source.matchAll(/^export (?:const|async function) (\w+)/gm)].flatMap(([, exported]) => {
      const found = built.find(([, { filename, exportedName }]) => filename === path.posix.join('app', file) && exportedName === exported)
      // What no page uses is not built, and nobody can call it.
      if (!found) return []
      const [id, { workers }] = found
      const page = Object.keys(workers)[0]!.replace(/^app/, '').replace(/\/page$/, '').replaceAll(/\/\([^)]*\)/g, '')
      return [{ name: `${file.replace(/^\(places\)\//, '').replace(/\.tsx?$/, '')} ${exported}`, id, page: page || '/' }]
    })
  })
}

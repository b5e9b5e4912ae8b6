/** Every page and every route handler there is, read from the file system: a new one is walked from its first day. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { operations } from '@/lib/web/api/operations'

export type Address = { url: string; kind: 'page' | 'route' }
const appFolder = path.join(import.meta.dirname, '..', '..', 'app')

/** `ids`: what stands in for each `[parameter]`. A parameter nobody has taught the walk about is an error. */
export function everyAddress(ids: Record<string, string>): Address[] {
  const found: Address[] = []
  for (const file of readdirSync(appFolder, { recursive: true, encoding: 'utf8' }).sort()) {
    const kind = file.endsWith('page.tsx') ? 'page' : file.endsWith('route.ts') ? 'route' : null
    if (!kind || file.includes('[...nextauth]')) continue
    if (file === path.join('api', 'v1', '[...path]', 'route.ts')) {
      found.push(...operationAddresses(ids))
      continue
    }
    const parts = path
      .dirname(file)
      .split(path.sep)
      .filter((part) => part !== '.' && !/^\(.*\)$/.test(part))
      .map((part) => {
        const parameter = /^\[(?:\.\.\.)?(\w+)\]$/.exec(part)?.[1]
        if (!parameter) return part
        const value = ids[parameter]
        if (!value) throw new Error(`the leak walk does not know what to put for [${parameter}] in ${file}`)
        return value
      })
    // What is about one split is asked for the hidden one.
    const about = file.includes('[releaseId]') ? '?split=test' : ''
    found.push({ url: `/${parts.join('/')}${about}`, kind })
  }
  return found
}

/** One file serves all that programs can ask for; its addresses are those of the operations, without the needed queries and with. */
function operationAddresses(ids: Record<string, string>): Address[] {
  const addresses = operations.flatMap(({ method, path: pattern, query }) => {
    if (method !== 'GET') return []
    const url = `/api/v1${pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = ids[name]
      if (!value) throw new Error(`the leak walk does not know what to put for {${name}} in ${pattern}`)
      return value
    })}`
    return 'split' in query.shape ? [url, `${url}?split=${ids['split'] ?? 'test'}`] : [url]
  })
  return addresses.map((url) => ({ url, kind: 'route' }))
}

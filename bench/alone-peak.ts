import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

/** The most memory that one piece of work ever holds, in bytes, in a process that does nothing else: see alone.ts. */
export async function peakAlone(...args: string[]): Promise<number> {
  const here = import.meta.dirname
  const tsx = path.resolve(here, '..', 'node_modules', '.bin', 'tsx')
  const { stdout } = await promisify(execFile)(tsx, [path.join(here, 'alone.ts'), ...args])
  const bytes = Number(stdout.trim())
  if (!(bytes > 0)) throw new Error(`bench/alone.ts ${args.join(' ')} said ${stdout}`)
  return bytes
}

import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

export type Peak = { bytes: number; beyond: number }

/**
 * The most memory that one piece of work ever holds, in bytes, in a process that does nothing else, and how much of it is
 * beyond what the process held before: see alone.ts.
 */
export async function peakAlone(...args: string[]): Promise<Peak> {
  const here = import.meta.dirname
  const tsx = path.resolve(here, '..', 'node_modules', '.bin', 'tsx')
  const { stdout } = await promisify(execFile)(tsx, [path.join(here, 'alone.ts'), ...args])
  const [bytes = 0, before = 0] = stdout.trim().split(' ').map(Number)
  if (!(bytes > 0)) throw new Error(`bench/alone.ts ${args.join(' ')} said ${stdout}`)
  return { bytes, beyond: Math.max(0, bytes - before) }
}

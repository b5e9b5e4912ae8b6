/** The executable itself, from outside: in a process of its own, as a shell starts it. */
import { execFile } from 'node:child_process'
import { root } from '../first/root.mjs'
import type { Ended } from './doubleread'

/** `env`: what it is told beside what this process was. */
export function doublereadProcess(args: readonly string[], input: string | Uint8Array = '', env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['bin/doubleread', ...args],
      { cwd: root, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}

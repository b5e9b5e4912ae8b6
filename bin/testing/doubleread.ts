/**
 * The command line as a script meets it, in the test's own process: a process of its own reads TypeScript for a second before
 * it does anything. What only a process shows (the executable, a pipe) is for `doubleread-process.ts`.
 */
import { Readable } from 'node:stream'
import { vi } from 'vitest'
import { runCommandLine } from '../command-line/run-command-line'
import { stopEverything } from '../first/children.mjs'
import { sentenceOf } from '../first/halt.mjs'

export type Ended = { code: number; out: string; err: string }

/** `input`: what comes on standard input. One at a time: the standard streams are the process's. */
export async function doubleread(args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  const said = { out: '', err: '' }
  const listen = (stream: NodeJS.WriteStream, name: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said[name] += typeof text === 'string' ? text : Buffer.from(text).toString()
      return true
    })
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')!
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true })
  const spies = [listen(process.stdout, 'out'), listen(process.stderr, 'err')]
  try {
    return { code: await runCommandLine(['node', 'doubleread', ...args]), ...said }
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    return { code: 1, ...said, err: `${said.err}${sentence}\n` }
  } finally {
    for (const spy of spies) spy.mockRestore()
    Object.defineProperty(process, 'stdin', stdin)
    await stopEverything()
  }
}

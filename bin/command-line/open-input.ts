import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Halt } from '../first/halt.mjs'

/** A file to be read, `-` for standard input. A file that cannot be opened is a sentence, before anything is read. */
export async function openInput(file: string): Promise<Readable> {
  if (file === '-') return process.stdin
  const refuse = (error: NodeJS.ErrnoException) => {
    throw new Halt(error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${error.code}).`)
  }
  if ((await stat(file).catch(refuse)).isDirectory()) throw new Halt(`${file} is a folder; a file is expected here.`)
  const stream = createReadStream(file)
  await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject)).catch(refuse)
  return stream
}

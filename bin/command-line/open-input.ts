import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { detectionBytes } from '@/lib/formats/detect-format'
import { Halt } from '../first/halt.mjs'

/** A file to be read, `-` for standard input. A file that cannot be opened is a sentence, before anything is read. */
export async function openInput(file: string): Promise<Readable> {
  if (file === '-') return process.stdin
  const stream = createReadStream(file)
  await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject)).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Halt(error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${error.code}).`)
    },
  )
  return stream
}

/** The first bytes to look at, and all bytes, those first ones included. */
export async function peeked(source: Readable): Promise<{ first: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const bytes = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const pieces: Buffer[] = []
  for (let length = 0; length < detectionBytes;) {
    const { done, value } = await bytes.next()
    if (done) break
    pieces.push(value)
    length += value.length
  }
  async function* all() {
    yield* pieces
    yield* { [Symbol.asyncIterator]: () => bytes }
  }
  return { first: Buffer.concat(pieces), all: all() }
}

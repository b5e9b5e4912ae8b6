/**
 * A file or folder that comes into being whole or not at all: written beside its place under another name, and named when it
 * is done. What stands there already is never touched. For standard output it waits in the system's own folder for such.
 */
import { createReadStream } from 'node:fs'
import { link, lstat, mkdir, mkdtemp, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ExchangeFormat, Piece } from '@/lib/formats/exchange-format'
import { stopAtTheEnd } from '../first/children.mjs'
import { Halt } from '../first/halt.mjs'

export type NewOutput = {
  write: (pieces: AsyncIterable<Piece>) => Promise<void>
  /** Puts it into its place. Without this, nothing is left of it. */
  keep: () => Promise<void>
}

export async function newOutput(out: string, { name, shape }: Pick<ExchangeFormat, 'name' | 'shape'>): Promise<NewOutput> {
  if (out === '-' && shape.kind === 'folder')
    throw new Halt(`${name.en} is a folder of files: name one to make instead of -.`)
  await refuseExisting(out)
  const place = path.resolve(out)
  const made = await mkdtemp(out === '-' ? path.join(tmpdir(), 'doubleread-') : `${place}.part-`).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new Halt(`There is no folder ${path.dirname(place)}.`) : error
    },
  )
  stopAtTheEnd({ stop: () => rm(made, { recursive: true, force: true }) })
  const whole = path.join(made, 'whole')

  return {
    async write(pieces) {
      if (shape.kind === 'file') return writeFiles(pieces, () => whole)
      await mkdir(whole)
      // Writers put a folder's files below their stem.
      await writeFiles(pieces, (piece) => path.join(whole, ...piece.split('/').slice(1)))
    },
    async keep() {
      if (out === '-') return pipeline(createReadStream(whole), process.stdout, { end: false })
      await refuseExisting(out)
      if (shape.kind === 'folder') return rename(whole, place)
      // A link never replaces a file that came into being meanwhile; some file systems have none.
      await link(whole, place).catch((error: NodeJS.ErrnoException) =>
        error.code === 'EEXIST' ? refuseExisting(out) : rename(whole, place),
      )
    },
  }
}

async function refuseExisting(out: string): Promise<void> {
  if (out === '-') return
  const exists = await lstat(out).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  )
  if (exists) throw new Halt(`${out} exists already: remove it first, or name another.`)
}

async function writeFiles(pieces: AsyncIterable<Piece>, placeOf: (path: string) => string): Promise<void> {
  let last: string | null = null
  let file: FileHandle | null = null
  try {
    for await (const piece of pieces) {
      if (piece.path !== last) {
        await file?.close()
        const place = placeOf(piece.path)
        await mkdir(path.dirname(place), { recursive: true })
        file = await open(place, 'wx')
        last = piece.path
      }
      await file?.writeFile(piece.bytes)
    }
  } finally {
    await file?.close()
  }
}

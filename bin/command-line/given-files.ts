/** What a command is given to read: a file, standard input (`-`), or a folder's files by their paths within it, in order. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ExchangeFormat, FileIn } from '@/lib/formats/exchange-format'
import { Halt } from '../first/halt.mjs'

export async function givenFiles(given: string, { name, shape }: ExchangeFormat): Promise<AsyncIterable<FileIn>> {
  const isFolder = given !== '-' && (await known(given)).isDirectory()
  if (shape.kind === 'folder' && !isFolder) throw new Halt(`${name.en} is a folder of files, and ${given} is none.`)
  if (shape.kind === 'file' && isFolder) throw new Halt(`${name.en} is one file, and ${given} is a folder.`)
  return isFolder ? inFolder(given) : one(given)
}

async function known(given: string) {
  return stat(given).catch((error: NodeJS.ErrnoException) => {
    throw new Halt(
      error.code === 'ENOENT'
        ? `There is no file ${given}.`
        : `${given} cannot be read (${error.code ?? error.message}).`,
    )
  })
}

async function* one(given: string): AsyncGenerator<FileIn> {
  yield { path: given, bytes: given === '-' ? process.stdin : createReadStream(given) }
}

async function* inFolder(folder: string): AsyncGenerator<FileIn> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    // A link may lead anywhere.
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    // By UTF-16 units, which is the same on every machine.
    .toSorted()
  for (const each of paths) yield { path: each, bytes: createReadStream(path.join(folder, each)) }
}

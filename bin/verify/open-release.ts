/** A release as a set of readable files: a ZIP, as downloaded or packed again by another tool, or a folder. */
import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { manifestPath } from '@/lib/releases/manifest'
import { Halt } from '../first/halt.mjs'
import { dataStart, zipEntries, type ZipEntry } from './zip-entries'

export type ReleaseSource = {
  /** How to read each file, by its path in the release. */
  files: Map<string, () => Promise<AsyncIterable<Uint8Array>>>
  /** Paths that the archive has more than once. */
  doubles: string[]
  close: () => Promise<void>
}

/** What systems leave behind when people pack and unpack: nobody put it there. */
const leftBehind = /(^|\/)(__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/

export async function openRelease(given: string): Promise<ReleaseSource> {
  const found = await stat(given).catch(() => null)
  if (!found) throw new Halt(`There is no file ${given}.`)
  return found.isDirectory() ? openFolder(given) : openZip(given, found.size)
}

async function openFolder(folder: string): Promise<ReleaseSource> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found
    // A link may lead out of the folder: what it leads to is not the release's.
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  const root = rootOf(paths)
  const files = new Map(
    paths
      .filter((each) => !leftBehind.test(each))
      .map((each) => [
        withoutRoot(each, root),
        async () => createReadStream(path.join(folder, each)) as AsyncIterable<Buffer>,
      ]),
  )
  return { files, doubles: [], close: async () => {} }
}

async function openZip(archive: string, size: number): Promise<ReleaseSource> {
  const file = await open(archive)
  try {
    const entries = (await zipEntries(file, size)).filter(({ path: at }) => !at.endsWith('/') && !leftBehind.test(at))
    const root = rootOf(entries.map((entry) => entry.path))
    const files: ReleaseSource['files'] = new Map()
    const doubles: string[] = []
    for (const entry of entries) {
      const at = withoutRoot(entry.path, root)
      if (files.has(at)) doubles.push(at)
      files.set(at, async () => unpacked(archive, entry, await dataStart(file, size, entry)))
    }
    return { files, doubles, close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

function unpacked(archive: string, { path: at, method, packed }: ZipEntry, start: number): Readable {
  if (method !== 0 && method !== 8)
    throw new Halt(`${at} is packed by a method that is not known here: unpack the archive and check the folder.`)
  if (packed === 0) return Readable.from([])
  const bytes = createReadStream(archive, { start, end: start + packed - 1 })
  if (method === 0) return bytes
  // Whichever ends first, the reader or the file, ends the other too; the reader is told of errors by what it reads.
  return pipeline(bytes, createInflateRaw(), () => {})
}

/** The folder that everything may have been packed in: where the manifest stands, if it stands one folder down. */
function rootOf(paths: readonly string[]): string {
  if (paths.includes(manifestPath)) return ''
  const manifests = paths.filter((each) => each.split('/').length === 2 && each.endsWith(`/${manifestPath}`))
  return manifests.length === 1 ? manifests[0]!.slice(0, -manifestPath.length) : ''
}

const withoutRoot = (at: string, root: string) => (at.startsWith(root) ? at.slice(root.length) : at)

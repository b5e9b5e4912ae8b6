/** A download to a file: goes on where a broken one stopped, and is only called by its name when every file in it has its hash. */
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, stat, writeFile, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Download } from '@/lib/services/open-download'
import { Halt } from '../first/halt.mjs'

export type Kept = { file: string; bytes: number; resumedAt: number; files: number }

/** Beside the part stands the tag of the archive it is of: a part of another version is begun again. */
export async function keepDownload(download: Download, folder: string, onProgress: (done: number) => void): Promise<Kept> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, download.fileName)
  const [part, tag] = [`${file}.part`, `${file}.part.tag`]
  if (existsSync(file)) throw new Halt(`${file} is there already.`)
  const isOurs = existsSync(part) && existsSync(tag) && (await readFile(tag, 'utf8')) === download.etag
  const resumedAt = isOurs ? Math.min((await stat(part)).size, download.size) : 0
  await writeFile(tag, download.etag)
  let done = resumedAt
  async function* counted(source: AsyncIterable<Uint8Array>) {
    for await (const bytes of source) {
      yield bytes
      done += bytes.length
      onProgress(done)
    }
  }
  if (resumedAt < download.size || download.size === 0)
    await pipeline(Readable.from(counted(await download.send(resumedAt, download.size))), createWriteStream(part, { flags: resumedAt > 0 ? 'a' : 'w' }))
  const files = await proved(part)
  await rename(part, file)
  await rm(tag)
  return { file, bytes: download.size, resumedAt, files }
}

async function proved(part: string): Promise<number> {
  const { openRelease } = await import('../verify/open-release')
  const { verifyRelease } = await import('../verify/verify-release')
  const source = await openRelease(part)
  try {
    const found = await verifyRelease(source)
    if (!found.ok) throw new Halt(`What was downloaded is not whole: ${found.problems[0] ?? ''} Remove ${part} and try again.`)
    return found.files.length
  } finally {
    await source.close()
  }
}

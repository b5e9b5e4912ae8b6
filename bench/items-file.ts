import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeNative } from '@/lib/formats/write-native'
import { generatedItems } from './generated-items'

/** A native file of so many items, there as long as the work lasts. */
export async function withItemsFile<T>(items: number, work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-bench-'))
  try {
    const file = path.join(folder, 'items.jsonl')
    await pipeline(Readable.from(writeNative(generatedItems(items))), createWriteStream(file))
    return await work(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

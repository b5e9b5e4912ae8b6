/** What measures stand on, each done once: items imported through the product, then opened in a batch through the product. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeNative } from '@/lib/formats/write-native'
import { beginImport, beginImportInput } from '@/lib/services/begin-import'
import { commitImport } from '@/lib/services/commit-import'
import { openBatch, openBatchInput } from '@/lib/services/open-batch'
import { stageImport } from '@/lib/services/stage-import'
import { settle } from './database'
import { generatedItems } from './generated-items'
import { once } from './once'
import { measured } from './peak-memory'
import { makeScene, type Scene } from './scene'

type Timed = { ms: number; peakBytes: number }
export type Stages = {
  scene: () => Promise<Scene>
  imported: () => Promise<Timed & { stagingMs: number }>
  opened: () => Promise<Timed>
}

export function stagesOf(items: number): Stages {
  const scene = once(makeScene)
  const imported = once(async () => {
    const { slug, admin } = await scene()
    const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-bench-'))
    try {
      const file = path.join(folder, 'items.jsonl')
      await pipeline(Readable.from(writeNative(generatedItems(items))), createWriteStream(file))
      await settle()
      let stagingMs = 0
      const { value, ...timed } = await measured(async () => {
        const began = performance.now()
        const input = beginImportInput.parse({
          study: slug,
          fileName: 'items.jsonl',
          options: { format: { kind: 'native' } },
        })
        const { importId } = await beginImport(admin, input)
        await stageImport(admin, { importId }, createReadStream(file))
        stagingMs = performance.now() - began
        return commitImport(admin, { importId, take: 'all', duplicates: 'skip' })
      })
      if (value.imported !== items) throw new Error(`${value.imported} of ${items} items were imported`)
      return { ...timed, stagingMs }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
  const opened = once(async () => {
    const { slug, admin } = await scene()
    await imported()
    await settle()
    const input = openBatchInput.parse({
      study: slug,
      name: 'All of them',
      filter: {},
      taking: { take: 'all' },
      pool: {},
      readersPerItem: 3,
    })
    const { value, ...timed } = await measured(() => openBatch(admin, input))
    if (value.items !== items) throw new Error(`${value.items} of ${items} items were opened`)
    await settle()
    return timed
  })
  return { scene, imported, opened }
}

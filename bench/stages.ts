/** What measures stand on, each done once: items imported through the product, then opened in a batch through the product. */
import { openBatch, openBatchInput } from '@/lib/services/open-batch'
import { closeEverything } from './close-everything'
import { settle } from './database'
import { importFile } from './import-file'
import { withItemsFile } from './items-file'
import { once } from './once'
import { makeScene, type Scene } from './scene'
import { timed } from './timed'

type Timed = { ms: number }
export type Stages = {
  scene: () => Promise<Scene>
  imported: () => Promise<Timed & { stagingMs: number }>
  opened: () => Promise<Timed>
  /** Every item imported with a verdict in force, opened or not. */
  closed: () => Promise<void>
}

export function stagesOf(items: number): Stages {
  const scene = once(makeScene)
  const imported = once(async () => {
    const place = await scene()
    return withItemsFile(items, async (file) => {
      await settle()
      const { value, ms } = await timed(() => importFile(place, file))
      if (value.imported !== items) throw new Error(`${value.imported} of ${items} items were imported`)
      return { ms, stagingMs: value.stagingMs }
    })
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
    const { value, ms } = await timed(() => openBatch(admin, input))
    if (value.items !== items) throw new Error(`${value.items} of ${items} items were opened`)
    await settle()
    return { ms }
  })
  const closed = once(async () => {
    await imported()
    await closeEverything(await scene())
    await settle()
  })
  return { scene, imported, opened, closed }
}

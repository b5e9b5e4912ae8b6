/** The release that a new one follows, as the new one must know it: where everything was, and what was said of it. */
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import type { Cell } from '@/lib/db/copied-rows'
import { earlierQuery, earlierRow } from '@/lib/db/release-items'
import { manifestOf, releaseById } from '@/lib/db/releases'
import type { ChainHead } from '@/lib/releases/audit-links'
import type { ReleasedItem, Tombstone } from '@/lib/releases/change-log'
import type { Manifest } from '@/lib/releases/manifest'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import type { EarlierItem, SplitName } from '@/lib/releases/split-rule'
import type { JsonObject, Task } from '@/lib/tasks/task'
import { recordPrints } from './record-prints'

export type EarlierRelease = {
  id: string
  version: string
  manifestSha256: string
  /** The head of the audit chain that it names. */
  audit: ChainHead
  /** What it held; tombstones are not among them. */
  ids: Set<string>
  /** What it ever held, so that siblings go where their siblings went. */
  items: EarlierItem[]
  /** Splits whose labels it does not tell. */
  hidden: SplitName[]
  released: ReleasedItem[]
  tombstones: Tombstone[]
  /** Of every item that it ever held. */
  whereabouts: Map<string, { itemId: string; cluster: string; split: SplitName; withdrawn: string | null }>
}

export async function earlierRelease(
  viewer: Viewer,
  task: Task,
  read: (query: string) => AsyncGenerator<Cell[][]>,
  id: string,
): Promise<EarlierRelease> {
  const { release, manifest } = await asViewer(viewer, async (tx) => ({
    release: await releaseById(tx, id),
    manifest: await manifestOf(tx, id),
  }))
  if (release?.version == null || !manifest) throw new Error(`release ${id} is not there to be followed`)
  const { audit } = JSON.parse(manifest.manifest) as Manifest
  const { splits, tombstones } = release.facts as ReleaseFacts
  const earlier: EarlierRelease = {
    id,
    version: release.version,
    manifestSha256: manifest.sha256,
    audit: { position: audit.position, hash: audit.hash },
    ids: new Set(),
    items: [],
    released: [],
    tombstones,
    hidden: splits.flatMap(({ name, hidden }) => (hidden ? [name] : [])),
    whereabouts: new Map(),
  }
  for await (const rows of read(earlierQuery(id))) {
    for (const row of rows) {
      const { id: itemsId, split, cluster, record, itemId, withdrawn, group } = earlierRow(row)
      earlier.whereabouts.set(itemsId, { itemId, cluster, split, withdrawn })
      const parsed = record === null ? null : (JSON.parse(record) as JsonObject)
      earlier.items.push({ id: itemsId, group, split })
      if (!parsed) continue
      earlier.ids.add(itemsId)
      earlier.released.push({ id: itemsId, split, ...recordPrints(task, parsed), reason: null })
    }
  }
  return earlier
}

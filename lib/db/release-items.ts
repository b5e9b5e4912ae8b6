/** The records of a release: written once while it is being frozen, read in the order of its files. */
import pg from 'pg'
import type { SplitName } from '@/lib/releases/split-rule'
import type { Store } from './store'
import { standingReadings } from './contests'
import type { Cell } from './copied-rows'

export type NewReleaseItem = {
  id: string
  itemId: string
  split: SplitName
  cluster: string
  verdictId: string | null
  record: string | null
  readings: string | null
  withdrawn: string | null
}

export async function insertReleaseItems(store: Store, releaseId: string, items: readonly NewReleaseItem[]): Promise<void> {
  const column = <K extends keyof NewReleaseItem>(key: K) => items.map((item) => item[key])
  await store.run(
    `insert into release_item (release_id, external_id, item_id, split, cluster, verdict_id, record, readings, withdrawn)
     select $1, * from unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[])`,
    [
      releaseId,
      column('id'),
      column('itemId'),
      column('split'),
      column('cluster'),
      column('verdictId'),
      column('record'),
      column('readings'),
      column('withdrawn'),
    ],
  )
}

/** Fixes the readings that the verdicts of a release stand on. @returns of how many items. */
export async function fixReadings(store: Store, releaseId: string): Promise<number> {
  const [row] = await store.run<{ fixed: number }>(
    `with fixed as (insert into release_reading (release_id, external_id, readings) select * from (${standingReadings(releaseId)}) r where readings is not null returning 1)
     select count(*)::int as fixed from fixed`,
    [],
  )
  return row?.fixed ?? 0
}

export type ReleaseSource = { of: 'record' | 'readings'; split: SplitName }

/** One cell a row: a canonical JSON text. Tombstones have none. */
export const releaseTextQuery = (releaseId: string, { of, split }: ReleaseSource): string => `
  select ${of} from release_item where release_id = ${pg.escapeLiteral(releaseId)} and split = ${pg.escapeLiteral(split)}
    and ${of} is not null order by external_id collate "C"`

/** Two cells a row: an item's record and its readings, where a release has both. */
export const releaseReadingsQuery = (releaseId: string, split: SplitName): string => `
  select record, readings from release_item where release_id = ${pg.escapeLiteral(releaseId)} and split = ${pg.escapeLiteral(split)}
    and record is not null and readings is not null order by external_id collate "C"`

/** What the next release must know of this one: every item it had, and where. Tombstones included, which have no record to say their group. */
export const earlierQuery = (releaseId: string): string => `
  select r.external_id, r.split, r.cluster, coalesce(r.record, ''), r.item_id::text, coalesce(r.withdrawn, ''), i.group_key
  from release_item r join item i on i.id = r.item_id where r.release_id = ${pg.escapeLiteral(releaseId)} order by r.external_id collate "C"`

export type EarlierRow = { id: string; split: SplitName; cluster: string; record: string | null; itemId: string; withdrawn: string | null; group: string | null }

const text = (cell: Cell | undefined): string => cell ?? ''

export const earlierRow = (row: readonly Cell[]): EarlierRow => ({
  id: text(row[0]),
  split: text(row[1]) as SplitName,
  cluster: text(row[2]),
  record: text(row[3]) || null,
  itemId: text(row[4]),
  withdrawn: text(row[5]) || null,
  group: row[6] ?? null,
})

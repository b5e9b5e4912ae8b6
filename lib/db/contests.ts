/** Releases as places where systems are scored: what a contest is about, and the records it is scored on. */
import pg from 'pg'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import type { JsonObject } from '@/lib/tasks/task'
import type { Cell } from './copied-rows'
import { isEarlierReading } from './earlier-readings'
import { judgmentInForce, verdictInForce } from './in-force'
import type { Tx } from './transaction'

export type ContestRow = {
  releaseId: string
  studyId: string
  studySlug: string
  studyName: string
  task: string
  settings: unknown
  /** Of before releases said so: none. */
  axes: NamedAxis[]
  title: string
  version: string
  split: string
  items: number
  hidden: boolean
  /** Whether the viewer may have the split's labels. */
  open: boolean
  /** Whether the release shows its readers one by one, by pseudonym. */
  namesReaders: boolean
}

export type ContestSplit = { split: string; items: number; hidden: boolean }

/** The splits of a frozen release that the viewer may know of. */
export const contestSplits = (tx: Tx, releaseId: string): Promise<ContestSplit[]> =>
  tx.$queryRaw<ContestSplit[]>`select split, items, hidden from contest_splits(${releaseId}::uuid)`

/** A split of a frozen release that the viewer may know of; null for everybody else and for a split that is not there. */
export async function contestOf(tx: Tx, releaseId: string, split: string): Promise<ContestRow | null> {
  const [row] = await tx.$queryRaw<ContestRow[]>`
    select r.id as "releaseId", r.study_id as "studyId", s.slug as "studySlug", s.name as "studyName", s.task, s.settings, coalesce(r.facts -> 'axes', '[]') as axes, r.title, r.version,
      n.split, n.items, n.hidden, split_open_to_viewer(r.id, n.split) as open,
      names_readers(r.id) as "namesReaders"
    from release r cross join lateral contest_study(r.id) s cross join lateral contest_splits(r.id) n
    where r.id = ${releaseId}::uuid and r.state = 'frozen' and n.split = ${split}`
  return row ?? null
}

/**
 * Records of a split in the order of their ids by code unit, each with what one submission says of it and, where they are asked
 * for, the item's readings as `readQuery` has them. A prediction is looked up by its key, item by item: of predictions that came a
 * moment ago the planner believes that there are few, and would look through all of them once for each item.
 */
export const predictedQuery = (releaseId: string, split: string, submissionId: string, withReadings = false): string => `
  select r.record, (select p.answer::text from prediction p where p.submission_id = ${pg.escapeLiteral(submissionId)} and p.external_id = r.external_id),
    ${withReadings ? fixedReadings : 'null'} from release_item r
  ${withReadings ? joined : ''}
  where r.release_id = ${pg.escapeLiteral(releaseId)} and r.split = ${pg.escapeLiteral(split)} and r.record is not null
  order by r.external_id collate "C"`

/**
 * Records of a split with the readings their verdict stands on, `[pseudonym, answer]` of each and of an earlier round (earlier-readings.ts)
 * its number behind them, as they were fixed with the release. Of one from before they were, those that stand now; null where the item
 * was opened again since or has another verdict. Behind them, by its number, what settled each round before.
 */
export const readQuery = (releaseId: string, split: string): string => `
  select r.record, v.source, ${fixedReadings}, case when v.round > 1 then ${settledBefore} end from release_item r ${joined}
  where r.release_id = ${pg.escapeLiteral(releaseId)} and r.split = ${pg.escapeLiteral(split)} and r.record is not null
  order by r.external_id collate "C"`

const liveReadings = `
  (select jsonb_agg(jsonb_build_array(release_pseudonym(r.release_id, s.person_id), j.answer) || case when s.round < i.round then jsonb_build_array(s.round) else '[]' end order by s.round, s.letter)
   from item i join seat s on s.item_id = i.id and s.submitted_at is not null and (s.round = i.round or (${isEarlierReading}))
   join judgment j on j.seat_id = s.id and ${judgmentInForce}
   where i.id = r.item_id and i.stage in ('closed', 'withdrawn') and ${verdictInForce})`

/** What settled the rounds before the verdict `v`: an adjudicator who was asked of everything since settled what was asked then, too. */
const settledBefore = `
  (select jsonb_object_agg(e.round, e.source) from (
    select distinct on (e.round) e.round, case when exists (
        select from verdict whole where whole.item_id = v.item_id and whole.version > e.version and whole.version <= v.version and whole.usable
          and whole.source = 'adjudication' and not jsonb_exists(whole.answer, 'asked') and not exists (select from verdict_undone u where u.verdict_id = whole.id))
      then 'adjudication' else e.source end as source
    from verdict e where e.item_id = v.item_id and e.round < v.round and e.usable and not exists (select from verdict_undone u where u.verdict_id = e.id)
    order by e.round, e.version desc) e)::text`
const joined = `join verdict v on v.id = r.verdict_id left join release_reading fixed on fixed.release_id = r.release_id and fixed.external_id = r.external_id`
const fixedReadings = `coalesce(fixed.readings, ${liveReadings})::text`

/** Of every record of a release the readings that its verdict stands on now; null where they may be other ones. */
export const standingReadings = (releaseId: string): string => `
  select r.release_id, r.external_id, ${liveReadings} as readings from release_item r join verdict v on v.id = r.verdict_id
  where r.release_id = ${pg.escapeLiteral(releaseId)} and r.record is not null`

export const inputsQuery = (releaseId: string, split: string): string => `
  select record from release_item where release_id = ${pg.escapeLiteral(releaseId)} and split = ${pg.escapeLiteral(split)} and record is not null
  order by external_id collate "C"`

export const recordIn = (cell: Cell | undefined): JsonObject => JSON.parse(cell ?? '') as JsonObject
/** Every record begins with its item's own id. */
export const idIn = (record: JsonObject): string => record['id'] as string
export const jsonIn = (cell: Cell | undefined): unknown => (cell ? JSON.parse(cell) : null)

/** One record of a split; null where there is none, or a tombstone. */
export async function contestRecord(tx: Tx, releaseId: string, split: string, externalId: string): Promise<JsonObject | null> {
  const [row] = await tx.$queryRaw<{ record: string | null }[]>`
    select record from release_item where release_id = ${releaseId}::uuid and split = ${split} and external_id = ${externalId}`
  return row?.record ? (JSON.parse(row.record) as JsonObject) : null
}

/** Ids of a split in the order of the marks (`evaluation_outcome`), from the `nth` on. */
export async function contestIds(tx: Tx, releaseId: string, split: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select external_id as id from release_item where release_id = ${releaseId}::uuid and split = ${split} and record is not null
    order by external_id collate "C"`
  return rows.map(({ id }) => id)
}

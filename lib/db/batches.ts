/** Batches as admins run them: what is in them, who may read them, how far they are. Nobody's reading is named here. */
import { Prisma } from './generated/client'
import { itemConditions, type ItemConditions } from './item-conditions'
import { isTold } from './told-stage'
import type { Tx } from './transaction'

export type BatchState = 'open' | 'paused' | 'closed'
export type Pool = { people: string[]; specialties: string[]; languages: string[] }

export type BatchRow = {
  id: string
  name: string
  state: BatchState
  readersPerItem: number
  priority: number
  /** A calendar day, `YYYY-MM-DD`. */
  dueOn: string | null
  openedAt: Date
  closedAt: Date | null
  selection: unknown
  pool: Pool
  items: number
  reading: number
  adjudicating: number
  closed: number
  /** Readings of the present rounds of the items that are in the batch now. */
  seats: number
  held: number
  submitted: number
}

const columns = Prisma.sql`b.id, b.name, b.state::text as state, b.readers_per_item as "readersPerItem", b.priority,
  to_char(b.due_on, 'YYYY-MM-DD') as "dueOn", b.opened_at as "openedAt", b.closed_at as "closedAt", b.selection,
  jsonb_build_object('people', coalesce(o.people, '{}'), 'specialties', coalesce(o.specialties, '{}'), 'languages', coalesce(o.languages, '{}')) as pool`

/** Open ones first, then as claims go: by priority and due date. */
export async function batchesOf(tx: Tx, studyId: string, { limit, offset }: { limit: number; offset: number }): Promise<BatchRow[]> {
  return tx.$queryRaw<BatchRow[]>`
    select ${columns}, coalesce(n.items, 0) as items, coalesce(n.reading, 0) as reading, coalesce(n.adjudicating, 0) as adjudicating,
      coalesce(n.closed, 0) as closed, coalesce(t.seats, 0) as seats, coalesce(t.held, 0) as held, coalesce(t.submitted, 0) as submitted
    from batch b left join batch_pool o on o.batch_id = b.id
    left join study_seat_totals(${studyId}::uuid) t on t.batch_id = b.id
    left join (select batch_id, count(*)::int as items, (count(*) filter (where ${isTold('reading')}))::int as reading,
        (count(*) filter (where ${isTold('adjudicating')}))::int as adjudicating, (count(*) filter (where ${isTold('closed')}))::int as closed
      from item i where study_id = ${studyId}::uuid and batch_id is not null group by batch_id) n on n.batch_id = b.id
    where b.study_id = ${studyId}::uuid
    order by b.state, b.priority desc, b.due_on nulls last, b.opened_at desc, b.id limit ${limit} offset ${offset}`
}

export const countBatches = (tx: Tx, studyId: string): Promise<number> => tx.batch.count({ where: { studyId } })

export type BatchHead = Pick<BatchRow, 'id' | 'name' | 'state' | 'readersPerItem' | 'priority' | 'dueOn' | 'pool'>

/** A batch of this very study, locked until the transaction ends. */
export async function lockBatch(tx: Tx, studyId: string, batchId: string): Promise<BatchHead | null> {
  const [row] = await tx.$queryRaw<BatchHead[]>`
    select ${columns} from batch b left join batch_pool o on o.batch_id = b.id
    where b.id = ${batchId}::uuid and b.study_id = ${studyId}::uuid for update of b`
  return row ?? null
}

export type NewBatch = {
  studyId: string
  name: string
  readersPerItem: number
  priority: number
  dueOn: string | null
  pool: Pool
  selection: object
}

export async function insertBatch(tx: Tx, batch: NewBatch): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into batch (study_id, name, readers_per_item, priority, due_on, selection)
    values (${batch.studyId}::uuid, ${batch.name}, ${batch.readersPerItem}, ${batch.priority}, ${batch.dueOn}::date, ${JSON.stringify(batch.selection)}::jsonb)
    returning id`
  if (!row) throw new Error('an inserted batch has an id')
  await putPool(tx, row.id, batch.pool)
  return row.id
}

export async function putPool(tx: Tx, batchId: string, pool: Pool): Promise<void> {
  await tx.$executeRaw`
    insert into batch_pool (batch_id, people, specialties, languages)
    values (${batchId}::uuid, ${pool.people}::uuid[], ${pool.specialties}::text[], ${pool.languages}::text[])
    on conflict (batch_id) do update set people = excluded.people, specialties = excluded.specialties, languages = excluded.languages`
}

export async function updateBatch(
  tx: Tx,
  batchId: string,
  batch: { name: string; state: BatchState; priority: number; dueOn: string | null },
): Promise<void> {
  await tx.$executeRaw`
    update batch set name = ${batch.name}, state = ${batch.state}::batch_state, priority = ${batch.priority}, due_on = ${batch.dueOn}::date,
      closed_at = case when ${batch.state} = 'closed' then coalesce(closed_at, now()) end
    where id = ${batchId}::uuid`
}

/** Openings of a study's batches come one after the other, so that no two take the same items from the pool. */
export async function lockOpenings(tx: Tx, studyId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${studyId}, 3))`
}

export const strata = ['specialty', 'language', 'source'] as const
export type Stratum = (typeof strata)[number]

/**
 * first: by their import, of one file by their ids · random: by a hash of the seed and the external id, the same for the same seed and items ·
 * stratified: likewise, each stratum in its share to within one
 */
export type Taking =
  | { take: 'all' }
  | { take: 'first'; count: number }
  | { take: 'random'; count: number; seed: string }
  | { take: 'stratified'; count: number; seed: string; by: Stratum }

/** The items of the pool that a filter and a taking mean, as a query of their ids. */
export function chosenItems(studyId: string, filter: ItemConditions, taking: Taking): Prisma.Sql {
  if (taking.take === 'stratified') return stratifiedItems(studyId, filter, taking)
  const order =
    taking.take === 'random'
      ? Prisma.sql`order by sha256(convert_to(${taking.seed} || '/' || i.external_id, 'UTF8')), i.external_id`
      : Prisma.sql`order by i.created_at, i.external_id`
  const limit = taking.take === 'all' ? Prisma.empty : Prisma.sql`${order} limit ${taking.count}`
  return Prisma.sql`select i.id from item i where ${itemConditions(studyId, { ...filter, stage: 'pool' })} ${limit}`
}

/** Spreads each stratum evenly over the whole and takes the beginning, so that no stratum is ahead of its share by more than one. */
function stratifiedItems(studyId: string, filter: ItemConditions, { count, seed, by }: Extract<Taking, { take: 'stratified' }>): Prisma.Sql {
  const stratum = { specialty: Prisma.sql`i.specialty`, language: Prisma.sql`i.language`, source: Prisma.sql`i.source` }[by]
  return Prisma.sql`select id from (
      select i.id, i.external_id, s.drawn, (row_number() over (partition by ${stratum} order by s.drawn, i.external_id) - 0.5) / count(*) over (partition by ${stratum}) as place
      from item i cross join lateral (select sha256(convert_to(${seed} || '/' || i.external_id, 'UTF8')) as drawn) s
      where ${itemConditions(studyId, { ...filter, stage: 'pool' })}) spread
    order by place, drawn, external_id limit ${count}`
}

export async function chosenItemIds(
  tx: Tx,
  studyId: string,
  filter: ItemConditions,
  taking: Taking,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`${chosenItems(studyId, filter, taking)}`
  return rows.map(({ id }) => id)
}

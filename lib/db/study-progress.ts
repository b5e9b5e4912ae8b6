/** How far a study is, in counts alone. What crosses persons comes from functions that give no names. */
import type { Stage } from '@/lib/workflow/stage'
import { Prisma } from './generated/client'
import { verdictInForce } from './in-force'
import { isTold, toldStage } from './told-stage'
import type { Tx } from './transaction'

export async function itemsByStage(tx: Tx, studyId: string): Promise<Record<Stage, number>> {
  const rows = await tx.$queryRaw<{ stage: Stage; items: number }[]>`
    select (${toldStage})::text as stage, count(*)::int as items from item i where study_id = ${studyId}::uuid group by 1`
  const counts: Record<Stage, number> = { pool: 0, reading: 0, adjudicating: 0, closed: 0, withdrawn: 0 }
  for (const { stage, items } of rows) counts[stage] = items
  return counts
}

/** `paused`: readings not submitted yet, of paused batches. */
export type SeatTotals = { seats: number; held: number; submitted: number; paused: number }

/** Of the present rounds; `to go`: those that are still to be submitted, in batches and items that are being read. */
export async function seatTotals(tx: Tx, studyId: string): Promise<SeatTotals> {
  const [row] = await tx.$queryRaw<SeatTotals[]>`
    select coalesce(sum(t.seats), 0)::int as seats, coalesce(sum(t.held), 0)::int as held, coalesce(sum(t.submitted), 0)::int as submitted,
      coalesce(sum(t.seats - t.submitted) filter (where b.state = 'paused'), 0)::int as paused
    from study_seat_totals(${studyId}::uuid) t join batch b on b.id = t.batch_id`
  return row ?? { seats: 0, held: 0, submitted: 0, paused: 0 }
}

export type DayCount = { day: string; submissions: number }

/** Readings handed in per day of a time zone; days without any are not in it. */
export const submissionsPerDay = (tx: Tx, studyId: string, zone: string): Promise<DayCount[]> => tx.$queryRaw<
  DayCount[]
>`
  select to_char(day, 'YYYY-MM-DD') as day, submissions from study_submissions_per_day(${studyId}::uuid, ${zone}) order by 1`

export const submissionsPerBatchAndDay = (
  tx: Tx,
  studyId: string,
  zone: string,
): Promise<(DayCount & { batchId: string })[]> =>
  tx.$queryRaw`
    select batch_id as "batchId", to_char(day, 'YYYY-MM-DD') as day, submissions
    from batch_submissions_per_day(${studyId}::uuid, ${zone}) order by 1, 2`

/** Today as the person's calendar has it, and the day of the first opening of a batch. */
export async function calendarOf(
  tx: Tx,
  studyId: string,
  zone: string,
): Promise<{ today: string; begun: string | null }> {
  const [row] = await tx.$queryRaw<{ today: string; begun: string | null }[]>`
    select to_char(now() at time zone ${zone}, 'YYYY-MM-DD') as today,
      (select to_char(min(opened_at) at time zone ${zone}, 'YYYY-MM-DD') from batch where study_id = ${studyId}::uuid) as begun`
  if (!row) throw new Error('a select without from has one row')
  return row
}

export type OpenDispute = { itemId: string; externalId: string; openedAt: Date; days: number; held: boolean }

/** Unsettled disputes, the oldest first; who is at them is not told. */
export const openDisputes = (tx: Tx, studyId: string): Promise<OpenDispute[]> => tx.$queryRaw<OpenDispute[]>`
  select d.item_id as "itemId", i.external_id as "externalId", d.opened_at as "openedAt",
    floor(extract(epoch from now() - d.opened_at) / 86400)::int as days, d.held
  from study_disputes(${studyId}::uuid) d join item i on i.id = d.item_id where ${isTold('adjudicating')} order by d.opened_at, i.external_id`

export type Outcomes = {
  consensus: number
  adjudicated: number
  unusable: number
  undecided: number
  causes: { cause: string; items: number }[]
}

/** How closed items came to their verdict in force, and why readers differed where they did. */
export async function outcomesOf(tx: Tx, studyId: string): Promise<Outcomes> {
  const rows = await tx.$queryRaw<
    { source: string | null; usable: boolean | null; cause: string | null; items: number }[]
  >`
    select v.source, v.usable, v.cause::text as cause, count(*)::int as items from item i
    left join verdict v on v.item_id = i.id and v.study_id = i.study_id
      and ${Prisma.raw(verdictInForce)}
    where i.study_id = ${studyId}::uuid and ${isTold('closed')} group by 1, 2, 3`
  const sum = (holds: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(holds).reduce((total, { items }) => total + items, 0)
  const causes = new Map<string, number>()
  for (const { cause, items } of rows) if (cause) causes.set(cause, (causes.get(cause) ?? 0) + items)
  return {
    consensus: sum(({ source }) => source === 'consensus'),
    adjudicated: sum(({ source, usable }) => source === 'adjudication' && usable === true),
    unusable: sum(({ usable }) => usable === false),
    undecided: sum(({ source }) => source === null),
    causes: [...causes].map(([cause, items]) => ({ cause, items })),
  }
}

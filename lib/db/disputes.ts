/** What an adjudicator sees: their own disputes, the item, and its readings by letter. No seat, no person, no time. */
import type { EarlierRubric } from '@/lib/tasks/as-given'
import type { Cause } from '@/lib/workflow/causes'
import type { Stage } from '@/lib/workflow/stage'
import { toldStage } from './told-stage'
import type { Tx } from './transaction'

export type Dispute = {
  adjudicationId: string
  itemId: string
  text: string
  content: unknown
  language: string | null
  specialty: string | null
  study: { id: string; name: string; task: string; settings: unknown }
  settled: boolean
  /** What the readings say is not the same in all: a verdict names the cause. */
  differs: boolean
  /** The item went back to readers after this was settled: their new readings are not this adjudicator's to see. */
  readAgain: boolean
  leaseUntil: Date | null
}

export async function disputeOf(tx: Tx, adjudicationId: string): Promise<Dispute | null> {
  const [row] = await tx.$queryRaw<Dispute[]>`
    select a.id as "adjudicationId", i.id as "itemId", i.text, i.content, i.language, i.specialty, readings_differ(a.points) as differs, a.settled_at is not null as settled,
      i.stage not in ('adjudicating', 'closed') or (a.settled_at is not null and v.round is distinct from i.round) as "readAgain", a.lease_until as "leaseUntil",
      jsonb_build_object('id', t.id, 'name', t.name, 'task', t.task, 'settings', t.settings) as study
    from adjudication a join item i on i.id = a.item_id join study t on t.id = a.study_id left join verdict v on v.adjudication_id = a.id
    where a.id = ${adjudicationId}::uuid and a.person_id = viewer_id()`
  return row ?? null
}

export type ReadingToSettle = { letter: string; answer: unknown }

/**
 * The readings of the item's present round by letter; empty for anyone but its adjudicator. Under which protocol each was given is not
 * theirs to know: where one was published meanwhile, it tells who came first.
 */
export async function readingsToSettle(tx: Tx, itemId: string): Promise<ReadingToSettle[]> {
  return tx.$queryRaw<ReadingToSettle[]>`select letter, answer from readings_to_settle(${itemId}::uuid)`
}

export type AdjudicatedVerdict = {
  answer: unknown
  usable: boolean
  rationale: string
  cause: Cause | null
  version: number
  source: 'consensus' | 'adjudication'
  protocolId: string
  /** The version of the rubric it was given under, where the item has a later one and the viewer settles it. */
  rubric: EarlierRubric | null
}

/** The verdict that this very adjudication gave. */
export async function verdictGiven(tx: Tx, adjudicationId: string): Promise<AdjudicatedVerdict | null> {
  const [row] = await tx.$queryRaw<AdjudicatedVerdict[]>`
    select answer, usable, rationale, cause::text as cause, version, source, protocol_id as "protocolId", rubric_under(adjudication_id) as rubric from verdict where adjudication_id = ${adjudicationId}::uuid`
  return row ?? null
}

/** The item's verdicts below version `before` (null: all of them), newest first; none that its readers undid at once. */
export async function earlierVerdicts(tx: Tx, itemId: string, before: number | null): Promise<AdjudicatedVerdict[]> {
  return tx.$queryRaw<AdjudicatedVerdict[]>`
    select answer, usable, rationale, cause::text as cause, version, source, protocol_id as "protocolId", rubric_under(id) as rubric from verdict
    where item_id = ${itemId}::uuid and (${before}::int is null or version < ${before}::int) and verdict_stood(id) order by version desc`
}

export type HeldDispute = {
  adjudicationId: string
  studyId: string
  opening: string
  specialty: string | null
  begun: boolean
}

/** Disputes the viewer has opened and not settled. */
export async function heldDisputes(tx: Tx): Promise<HeldDispute[]> {
  return tx.$queryRaw<HeldDispute[]>`
    select a.id as "adjudicationId", a.study_id as "studyId", left(i.text, 160) as opening, i.specialty, d.item_id is not null as begun
    from adjudication a join item i on i.id = a.item_id left join draft d on d.item_id = a.item_id and d.person_id = a.person_id and coalesce(d.place = a.id, true)
    where a.person_id = viewer_id() and a.settled_at is null order by d.updated_at desc nulls last, a.id`
}

export type BenchStudy = { studyId: string; name: string; waiting: number; settledByMe: number }

export async function benchStudies(tx: Tx): Promise<BenchStudy[]> {
  return tx.$queryRaw<BenchStudy[]>`
    select t.id as "studyId", t.name, coalesce(w.waiting, 0)::int as waiting,
      (select count(*)::int from adjudication a where a.study_id = t.id and a.person_id = viewer_id() and a.settled_at is not null
        and exists (select from verdict v where v.adjudication_id = a.id)) as "settledByMe"
    from study t left join bench_waiting() w on w.study_id = t.id
    where t.id = any (viewer_studies('adjudicator')) and t.archived_at is null order by t.name`
}

export type SettledDispute = {
  adjudicationId: string
  studyName: string
  opening: string
  settledAt: Date
  activeMs: number
  usable: boolean
  cause: Cause | null
}

/** What the viewer has decided, newest first; `before`: the one that the page before ended with. */
export async function settledDisputes(tx: Tx, before: string | null, limit: number): Promise<SettledDispute[]> {
  return tx.$queryRaw<SettledDispute[]>`
    select a.id as "adjudicationId", t.name as "studyName", left(i.text, 160) as opening, a.settled_at as "settledAt", a.active_ms as "activeMs",
      v.usable, v.cause::text as cause
    from adjudication a join item i on i.id = a.item_id join study t on t.id = a.study_id join verdict v on v.adjudication_id = a.id
    where a.person_id = viewer_id() and a.settled_at is not null and (${before}::uuid is null or (a.settled_at, a.id) < (select settled_at, id from adjudication where id = ${before}::uuid))
    order by a.settled_at desc, a.id desc limit ${limit}`
}

export type DisputeAtVerdict = {
  adjudicationId: string
  itemId: string
  studyId: string
  settledAt: Date | null
  differs: boolean
  stage: Stage
  text: string
  content: unknown
  task: string
  settings: unknown
}

/** Locks a person's dispute and then its item. */
export async function lockDispute(tx: Tx, adjudicationId: string, personId: string): Promise<DisputeAtVerdict | null> {
  const [row] = await tx.$queryRaw<DisputeAtVerdict[]>`
    select a.id as "adjudicationId", a.item_id as "itemId", a.study_id as "studyId", a.settled_at as "settledAt", readings_differ(a.points) as differs, i.stage::text as stage, i.text, i.content, t.task, t.settings
    from adjudication a join item i on i.id = a.item_id join study t on t.id = a.study_id
    where a.id = ${adjudicationId}::uuid and a.person_id = ${personId}::uuid for update of a, i`
  return row ?? null
}

export async function markSettled(tx: Tx, adjudicationId: string, activeMs: number): Promise<void> {
  await tx.$executeRaw`update adjudication set settled_at = clock_timestamp(), active_ms = ${activeMs} where id = ${adjudicationId}::uuid`
}

/** Gives a dispute back; the person will not be offered the item again. */
export async function freeDispute(tx: Tx, adjudicationId: string, itemId: string, personId: string): Promise<void> {
  await tx.$executeRaw`update adjudication set person_id = null, hand_role = null, lease_until = null where id = ${adjudicationId}::uuid`
  await tx.$executeRaw`update hand set ended_at = now(), declined = true where item_id = ${itemId}::uuid and person_id = ${personId}::uuid`
}

export async function disputeItem(tx: Tx, adjudicationId: string): Promise<{ itemId: string; studyId: string } | null> {
  const [row] = await tx.$queryRaw<{ itemId: string; studyId: string }[]>`
    select item_id as "itemId", study_id as "studyId" from adjudication where id = ${adjudicationId}::uuid`
  return row ?? null
}

/** The dispute of an item that waits to be settled, whoever has it. Needs the unblinded door. */
export async function unsettledDispute(tx: Tx, itemId: string): Promise<{ id: string; studyId: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string; studyId: string }[]>`
    select id, study_id as "studyId" from adjudication where item_id = ${itemId}::uuid and settled_at is null`
  return row ?? null
}

/** Locks an item of this very study, to send it to the bench. `stage`: as far as the viewer may know. */
export async function lockItemForBench(
  tx: Tx,
  studyId: string,
  itemId: string,
): Promise<{ stage: Stage; task: string; settings: unknown } | null> {
  const [row] = await tx.$queryRaw<{ stage: Stage; task: string; settings: unknown }[]>`
    select (${toldStage})::text as stage, t.task, t.settings from item i join study t on t.id = i.study_id
    where i.id = ${itemId}::uuid and i.study_id = ${studyId}::uuid for update of i`
  return row ?? null
}

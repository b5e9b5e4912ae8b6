/**
 * One item from import to verdict. Every query runs with row security on: seats, judgments, names and the seal come back
 * only once the item is closed, or after the viewer's own unsealing. Nothing here may go round that.
 */
import type { EarlierRubric } from '@/lib/tasks/as-given'
import type { Stage } from '@/lib/workflow/stage'
import { Prisma } from './generated/client'
import { verdictInForce } from './in-force'
import { toldSince, toldStage } from './told-stage'
import type { Tx } from './transaction'

export type ItemHead = {
  id: string
  externalId: string
  text: string
  content: unknown
  length: number
  language: string | null
  specialty: string | null
  group: string | null
  source: string | null
  licence: string | null
  /** What an owner said of it when it was there already; null: it came with its licence. */
  licenceStated: { since: string; reason: string } | null
  tags: Record<string, unknown>
  stage: Stage
  round: number
  createdAt: Date
  stagedAt: Date
  batch: { id: string; name: string; readersPerItem: number } | null
  seats: number
  held: number
  submitted: number
  /** It is the viewer's to judge: nothing is told of its other readings. */
  judging: boolean
  /** The viewer may see who said what. */
  bared: boolean
}

export async function itemHead(tx: Tx, studyId: string, itemId: string): Promise<ItemHead | null> {
  const [row] = await tx.$queryRaw<ItemHead[]>`
    select i.id, i.external_id as "externalId", i.text, i.content, i.length, i.language, i.specialty, i.group_key as "group", i.source, i.licence, i.tags,
      case when l.id is not null then jsonb_build_object('since', l.stated_at, 'reason', l.reason) end as "licenceStated",
      (${toldStage})::text as stage, i.round, i.created_at as "createdAt", ${toldSince} as "stagedAt",
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name, 'readersPerItem', b.readers_per_item) end as batch,
      coalesce(c.seats, 0) as seats, coalesce(c.held, 0) as held, coalesce(c.submitted, 0) as submitted, bared_to_viewer(i.id) as bared, i.id in (select viewer_judges()) as judging
    from item i left join batch b on b.id = i.batch_id left join licence_statement l on l.id = i.licence_statement_id left join seat_counts(array[${itemId}::uuid]) c on c.item_id = i.id
    where i.id = ${itemId}::uuid and i.study_id = ${studyId}::uuid`
  return row ?? null
}

/** The version of an item's rubric at a time when it was not yet the present one. */
const rubricAt = (item: string, at: string) => `(select r.rubric from rubric_version r where r.item_id = ${item} and r.replaced_at > ${at} order by r.version limit 1)`

export type BaredReading = {
  seatId: string
  round: number
  letter: string
  reader: string | null
  submittedAt: Date | null
  activeMs: number
  revisions: { revision: number; protocol: number; answer: unknown }[]
  /** The version they were given under, where the item has a later one. */
  rubric: EarlierRubric | null
}

/** Held or submitted seats of every round, the present one first, with all that was ever handed in from them. */
export const baredReadings = (tx: Tx, itemId: string): Promise<BaredReading[]> => tx.$queryRaw<BaredReading[]>`
  select s.id as "seatId", s.round, s.letter::text as letter, p.name as reader, s.submitted_at as "submittedAt", s.active_ms as "activeMs", j.revisions,
    ${Prisma.raw(rubricAt('s.item_id', 's.submitted_at'))} as rubric
  from seat s left join person p on p.id = s.person_id
  cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('revision', j.revision, 'protocol', r.number, 'answer', j.answer)
      order by j.revision desc), '[]') as revisions
    from judgment j join protocol r on r.id = j.protocol_id where j.seat_id = s.id) j
  where s.item_id = ${itemId}::uuid and (s.person_id is not null or j.revisions <> '[]')
  order by s.round desc, s.letter`

export async function baredSeal(tx: Tx, itemId: string): Promise<unknown> {
  const row = await tx.seal.findUnique({ where: { itemId }, select: { content: true } })
  return row?.content ?? null
}

export type EarlierSeal = { version: number; content: unknown; reason: string; replacedAt: Date }

/** What the item sealed before it was corrected, the newest first. */
export const earlierSeals = (tx: Tx, itemId: string): Promise<EarlierSeal[]> => tx.$queryRaw<EarlierSeal[]>`
  select version, content, reason, replaced_at as "replacedAt" from seal_version where item_id = ${itemId}::uuid order by version desc`

export type VerdictVersion = {
  version: number
  source: 'consensus' | 'adjudication'
  usable: boolean
  answer: unknown
  rationale: string
  cause: string | null
  protocol: number
  decidedAt: Date
  inForce: boolean
  /** A reader took back within the grace what it was made of. */
  undone: boolean
  /** The adjudicator, where the viewer may see it. */
  by: string | null
  /** As with readings; what is in force is in force for the rubric that the item has. */
  rubric: EarlierRubric | null
}

export const verdictVersions = (tx: Tx, itemId: string): Promise<VerdictVersion[]> => tx.$queryRaw<VerdictVersion[]>`
  select v.version, v.source, v.usable, v.answer, v.rationale, v.cause::text as cause, r.number as protocol, v.decided_at as "decidedAt", p.name as by,
    i.stage = 'closed' and ${Prisma.raw(verdictInForce)} as "inForce", exists (select from verdict_undone u where u.verdict_id = v.id) as undone,
    case when not (i.stage = 'closed' and ${Prisma.raw(verdictInForce)}) then ${Prisma.raw(rubricAt('v.item_id', 'v.decided_at'))} end as rubric
  from verdict v join item i on i.id = v.item_id join protocol r on r.id = v.protocol_id
  left join adjudication a on a.id = v.adjudication_id left join person p on p.id = a.person_id
  where v.item_id = ${itemId}::uuid order by v.version desc`

export const declinesOf = (
  tx: Tx,
  itemId: string,
): Promise<{ id: string; reason: string; note: string }[]> => tx.$queryRaw`
  select id, reason::text as reason, note from decline where item_id = ${itemId}::uuid order by id`

export const unsealingsOf = (
  tx: Tx,
  itemId: string,
): Promise<{ reason: string; at: Date; by: string | null }[]> => tx.$queryRaw`
  select u.reason, u.at, p.name as by from unsealing u left join person p on p.id = u.person_id where u.item_id = ${itemId}::uuid order by u.at`

/** The form of each protocol that a judgment or verdict of the item names, so that each is read in its own terms. */
export async function formsOf(
  tx: Tx,
  studyId: string,
  numbers: readonly number[],
): Promise<{ number: number; form: unknown }[]> {
  const rows = await tx.protocol.findMany({
    where: { studyId, number: { in: [...numbers] } },
    select: { number: true, form: true },
  })
  return rows.flatMap(({ number, form }) => (number === null ? [] : [{ number, form }]))
}

/** Items whose rubric gets a later version. Needs the unblinded door: it looks at whether anybody has begun, and at verdicts. */
import type { Stage } from '@/lib/workflow/stage'
import { Prisma } from './generated/client'
import { verdictInForce } from './in-force'
import { toldStage } from './told-stage'
import type { Tx } from './transaction'

export type Revisable = {
  id: string
  externalId: string
  stage: Stage
  content: unknown
  /** Somebody reads it under a lease, has read it in the present round, or settles it. */
  begun: boolean
  /** Of the verdict in force; null where there is none or it found the item unusable. */
  answer: unknown
}

/** The study's items of these names, where they are as the viewer may know it, each under its own lock and its seats' before it. */
export async function itemsToRevise(tx: Tx, studyId: string, externalIds: readonly string[]): Promise<Revisable[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`select id from item where study_id = ${studyId}::uuid and external_id = any (${externalIds}::text[])`
  const ids = found.map(({ id }) => id)
  await tx.$queryRaw`select s.id from seat s where s.item_id = any (${ids}::uuid[]) order by s.id for update`
  return tx.$queryRaw<Revisable[]>`
    select i.id, i.external_id as "externalId", (${toldStage})::text as stage, i.content,
      exists (select from seat s where s.item_id = i.id and s.round = i.round and (s.submitted_at is not null or s.lease_until > now())) or i.stage = 'adjudicating' as begun,
      (select case when v.usable then v.answer end from verdict v where v.item_id = i.id and i.stage = 'closed' and ${Prisma.raw(verdictInForce)}) as answer
    from item i where i.id = any (${ids}::uuid[]) order by i.id for update`
}

/** Of items that nobody is at work on: seats whose lease ran out are nobody's any longer, so that no page that is still open hands in by the rubric before. */
export async function freeSeatsNobodyIsAt(tx: Tx, itemIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    with lapsed as (select id, item_id, person_id from seat where item_id = any (${itemIds}::uuid[]) and person_id is not null and submitted_at is null),
    ended as (update hand h set ended_at = now() from lapsed l where h.item_id = l.item_id and h.person_id = l.person_id)
    update seat s set person_id = null, hand_role = null, claimed_at = null, lease_until = null, active_ms = 0 from lapsed l where s.id = l.id`
}

export async function setContents(tx: Tx, revised: readonly { id: string; content: unknown }[]): Promise<void> {
  await tx.$executeRaw`
    update item i set content = r.content from jsonb_to_recordset(${JSON.stringify(revised)}::jsonb) as r (id uuid, content jsonb) where i.id = r.id`
}

/** Whatever stood from an earlier verdict is asked and settled anew. */
export async function dropStanding(tx: Tx, itemIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`update item set content = content - 'standing' where id = any (${itemIds}::uuid[]) and content ? 'standing'`
}

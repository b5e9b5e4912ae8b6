/** Disputes at the bench. Who holds one is decided by the database function `claim_adjudication`. */
import type { SqlTx } from './sql-transaction'

/** `points`: what the task's disagreement rule found. */
export async function openAdjudication(tx: SqlTx, itemId: string, studyId: string, points: unknown): Promise<void> {
  await tx.$executeRaw`
    insert into adjudication (item_id, study_id, points) values (${itemId}::uuid, ${studyId}::uuid, ${JSON.stringify(points)}::jsonb)`
}

/** Ends an unsettled dispute that nobody has opened; false when someone has, or when there is none. */
export async function voidAdjudication(tx: SqlTx, itemId: string): Promise<boolean> {
  const ended = await tx.$executeRaw`
    update adjudication set settled_at = now() where item_id = ${itemId}::uuid and settled_at is null and person_id is null`
  return ended > 0
}

/** The next dispute for a person, or null when none waits for them; with an item, only that one's. */
export async function claimAdjudication(
  tx: SqlTx,
  personId: string,
  studyId: string | null,
  leaseMs: number,
  itemId: string | null = null,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ adjudication: string | null }[]>`
    select claim_adjudication(${personId}::uuid, ${studyId}::uuid, make_interval(secs => ${leaseMs / 1000}), ${itemId}::uuid) as adjudication`
  return row?.adjudication ?? null
}

/** Frees what lapsed a day ago, as seats are. @returns how many were freed. */
export const freeLapsedDisputes = async (tx: SqlTx): Promise<number> => tx.$executeRaw`
  with lapsed as (
    select id, item_id, person_id from adjudication where settled_at is null and lease_until < now() - interval '1 day' order by id),
  freed as (
    update adjudication a set person_id = null, hand_role = null, lease_until = null from lapsed l
    where a.id = l.id and a.person_id = l.person_id and a.settled_at is null and a.lease_until < now() - interval '1 day'
    returning l.item_id, l.person_id)
  update hand h set ended_at = now() from freed f where h.item_id = f.item_id and h.person_id = f.person_id`

/** Prolongs the viewer's own lease; null when the dispute is no longer theirs. */
export async function renewAdjudication(tx: SqlTx, adjudicationId: string, leaseMs: number): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ until: Date | null }[]>`
    select renew_adjudication(${adjudicationId}::uuid, make_interval(secs => ${leaseMs / 1000})) as until`
  return row?.until ?? null
}

/** What ends before its time: a batch that is closed, items that are withdrawn. Needs the unblinded door: it frees seats of others. */
import { Prisma } from './generated/client'
import type { Stage } from '@/lib/workflow/stage'
import type { Tx } from './transaction'

export type ItemAtEnd = { id: string; stage: Stage }

/**
 * Locks the items' seats, their disputes and then the items (the order in which submissions, claims and verdicts take them in), and says
 * where each stands. The items' keys stay unlocked: nobody who claims a dispute waits for this one while it waits for them.
 */
export async function lockItems(
  tx: Tx,
  studyId: string,
  which: { batch: string } | { ids: readonly string[] },
): Promise<ItemAtEnd[]> {
  const wanted =
    'batch' in which
      ? Prisma.sql`batch_id = ${which.batch}::uuid and stage = 'reading'`
      : Prisma.sql`id = any (${which.ids}::uuid[])`
  await tx.$executeRaw`
    select s.id from seat s where s.item_id in (select id from item where study_id = ${studyId}::uuid and ${wanted}) order by s.id for update`
  await tx.$executeRaw`
    select a.id from adjudication a where a.settled_at is null and a.item_id in (select id from item where study_id = ${studyId}::uuid and ${wanted}) order by a.id for update`
  return tx.$queryRaw<ItemAtEnd[]>`
    select id, stage::text as stage from item where study_id = ${studyId}::uuid and ${wanted} order by id for no key update`
}

/** How many of the items' unsubmitted seats are under a lease that still runs. */
export async function heldNow(tx: Tx, itemIds: readonly string[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ held: number }[]>`
    select count(*)::int as held from seat where item_id = any (${itemIds}::uuid[]) and submitted_at is null and lease_until > now()`
  return row?.held ?? 0
}

/**
 * Takes the items' unsubmitted seats from their holders and out of every queue (lane 0 is in none). Drafts stay with
 * whoever wrote them: should the item be opened again and they get it, they go on where they stopped.
 */
export async function releaseSeats(tx: Tx, itemIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    with freed as (select item_id, person_id from seat where item_id = any (${itemIds}::uuid[]) and submitted_at is null and person_id is not null)
    update hand h set ended_at = now(), ended_by = 'admins' from freed f where h.item_id = f.item_id and h.person_id = f.person_id`
  await tx.$executeRaw`
    update seat set person_id = null, hand_role = null, claimed_at = null, lease_until = null, active_ms = 0, lane = 0
    where item_id = any (${itemIds}::uuid[]) and submitted_at is null`
}

/** Back to the pool; the next opening starts the next round, and what was judged stays in this one. */
export async function returnToPool(tx: Tx, itemIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update item set stage = 'pool', staged_at = now(), batch_id = null, round = round + 1 where id = any (${itemIds}::uuid[])`
}

/** Out of the study for good: no dispute about them goes on. */
export async function withdraw(tx: Tx, itemIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    with ended as (
      update adjudication set settled_at = now(), lease_until = null
      where item_id = any (${itemIds}::uuid[]) and settled_at is null returning item_id, person_id)
    update hand h set ended_at = now(), ended_by = 'admins' from ended e where h.item_id = e.item_id and h.person_id = e.person_id`
  await tx.$executeRaw`update item set stage = 'withdrawn', staged_at = now() where id = any (${itemIds}::uuid[])`
}

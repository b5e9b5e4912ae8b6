/** Reasoned looks at who said what on an open item. Added once, never changed; the same admin's second is the first. */
import { toldStage } from './told-stage'
import type { Tx } from './transaction'

/** Where the item is as far as the viewer may know. */
export async function stageForUnsealing(tx: Tx, studyId: string, itemId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ stage: string }[]>`
    select (${toldStage})::text as stage from item i where id = ${itemId}::uuid and study_id = ${studyId}::uuid for update`
  return row?.stage ?? null
}

/** From now on the person's part in the item is that of who has seen it: they can neither read nor adjudicate it. */
export async function insertUnsealing(
  tx: Tx,
  unsealing: { itemId: string; personId: string; reason: string },
): Promise<void> {
  await tx.$executeRaw`
    insert into unsealing (item_id, person_id, reason) values (${unsealing.itemId}::uuid, ${unsealing.personId}::uuid, ${unsealing.reason})`
  await tx.$executeRaw`
    insert into hand (item_id, person_id, role) values (${unsealing.itemId}::uuid, ${unsealing.personId}::uuid, 'unsealer')`
}

export async function hasUnsealed(tx: Tx, itemId: string, personId: string): Promise<boolean> {
  const row = await tx.unsealing.findUnique({ where: { itemId_personId: { itemId, personId } }, select: { at: true } })
  return row !== null
}

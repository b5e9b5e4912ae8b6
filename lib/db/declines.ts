/** Why items were passed on; by whom is not here. */
import type { Tx } from './transaction'

export async function insertDecline(tx: Tx, decline: { itemId: string; reason: string; note: string }): Promise<void> {
  await tx.$executeRaw`
    insert into decline (item_id, reason, note) values (${decline.itemId}::uuid, ${decline.reason}::decline_reason, ${decline.note})`
}

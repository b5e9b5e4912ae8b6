/** Items and their stage. A stage is only ever set with the value that lib/workflow/moves allowed. */
import type { Stage } from '@/lib/workflow/stage'
import type { SqlTx } from './sql-transaction'

export async function setStage(tx: SqlTx, itemId: string, stage: Stage): Promise<void> {
  await tx.$executeRaw`update item set stage = ${stage}::stage, staged_at = now() where id = ${itemId}::uuid`
}

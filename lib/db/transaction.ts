/** What a query is given: a Prisma client bound to one transaction in which the viewer is set. */
import { connections } from './client'
import type { Prisma } from './generated/client'
import { translated } from './translate-constraint'

export type Tx = Prisma.TransactionClient

/** `timeoutMs`: for the few uses that move very many rows at once. */
export async function inTransaction<T>(
  viewerId: string | null,
  reason: string,
  work: (tx: Tx) => Promise<T>,
  timeoutMs = 60_000,
): Promise<T> {
  try {
    return await connections().prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`select set_config('app.viewer_id', ${viewerId ?? ''}, true), set_config('app.system', ${reason}, true)`
        return work(tx)
      },
      { maxWait: 15_000, timeout: timeoutMs },
    )
  } catch (error) {
    throw translated(error)
  }
}

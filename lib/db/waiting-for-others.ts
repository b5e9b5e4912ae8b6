import type { Tx } from './transaction'

export type WaitingForOthers = { readings: number; disputes: number }

/** Items that wait in the viewer's studies and are not for them, since they could see who had said what while these were closed. */
export async function waitingForOthers(tx: Tx): Promise<WaitingForOthers> {
  const [row] = await tx.$queryRaw<WaitingForOthers[]>`select readings, disputes from waiting_for_others()`
  return row ?? { readings: 0, disputes: 0 }
}

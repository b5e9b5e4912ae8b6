import type { SqlTx } from './sql-transaction'

/** Whether the viewer themselves has finished what was worked at here: a reading, one asked again, or a dispute. Tells nothing of anybody else. */
export async function wasHandedIn(tx: SqlTx, placeId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`select handed_in_by_viewer(${placeId}::uuid) as done`
  return row?.done ?? false
}

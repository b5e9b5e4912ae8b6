import type { SqlTx } from './sql-transaction'

/** How many readings and disputes this transaction has taken from whoever may not judge them any more (triggers `work_ends_with_*`), for its event; nothing where there were none. */
export async function workEnded(tx: Pick<SqlTx, '$queryRaw'>): Promise<{ freed?: number }> {
  const [row] = await tx.$queryRaw<{ freed: number }[]>`select coalesce(nullif(current_setting('app.work_ended', true), '')::int, 0) as freed`
  return row && row.freed > 0 ? row : {}
}

/**
 * The unblinded door for writing what is too large to hold: one transaction on a connection of its own, bytes going as they
 * are. It records nothing itself: what is being stored is put on record by as-system, under the same reason.
 */
import type { SystemReason } from '@/lib/blinding/system-reasons'
import type pg from 'pg'
import { connections } from './client'
import type { Store } from './store'
import { takeConnection } from './take-connection'
import { translated } from './translate-constraint'

export async function asSystemStoring<T>(
  { reason, actor }: { reason: SystemReason; actor: string },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { client, giveBack } = await takeConnection(connections().pool)
  let broken = false
  try {
    await client.query('begin')
    await client.query(`select set_config('app.viewer_id', $1, true), set_config('app.system', $2, true)`, [actor, reason])
    const done = await work({
      run: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[]) =>
        (await client.query<Row>(sql, [...values])).rows,
    })
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw translated(error)
  } finally {
    giveBack(broken)
  }
}

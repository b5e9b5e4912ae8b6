/** Readings that wait in vain. The items they are of are found by the filter `readers: none`. */
import type { Tx } from './transaction'

export type ForNobody = { batchId: string; paused: boolean; readings: number }

/** Per batch that is not closed, and has any: how many of its readings nobody in its pool can take. */
export const readingsForNobody = (tx: Tx, studyId: string): Promise<ForNobody[]> => tx.$queryRaw<ForNobody[]>`
  select b.id as "batchId", b.state = 'paused' as paused, sum(n.readings)::int as readings
  from readings_for_nobody(${studyId}::uuid) n join batch b on b.id = n.batch_id group by b.id`

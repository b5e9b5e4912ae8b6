import type { SqlTx } from './sql-transaction'

/** Whether the viewer themselves has finished what was worked at here: a reading, one asked again, or a dispute. Tells nothing of anybody else. */
export async function wasHandedIn(tx: SqlTx, placeId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select 1 from seat where id = ${placeId}::uuid and person_id = viewer_id() and submitted_at is not null
    union all select 1 from repeat_reading r join seat s on s.id = r.seat_id where r.id = ${placeId}::uuid and s.person_id = viewer_id() and r.handed_in_at is not null
    union all select 1 from adjudication a join verdict v on v.adjudication_id = a.id where a.id = ${placeId}::uuid and a.person_id = viewer_id()`
  return rows.length > 0
}

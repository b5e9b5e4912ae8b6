/** Quick numbers about releases and what they are made of. */
import { isTold } from './told-stage'
import type { Tx } from './transaction'

export async function itemsClosedIn(tx: Tx, studyId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ items: number }[]>`
    select count(*)::int as items from item i where study_id = ${studyId}::uuid and ${isTold('closed')}`
  return row?.items ?? 0
}

/** What a release held, by the items' own ids. */
export async function earlierIds(tx: Tx, releaseId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select external_id as id from release_item where release_id = ${releaseId}::uuid and record is not null`
  return rows.map(({ id }) => id)
}

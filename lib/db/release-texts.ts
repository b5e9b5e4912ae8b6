import type { Tx } from './transaction'

/** Texts by their items' own ids. */
export async function textsOfItems(tx: Tx, studyId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; text: string }[]>`
    select external_id as id, text from item where study_id = ${studyId}::uuid and external_id = any (${ids}::text[])`
  return new Map(rows.map(({ id, text }) => [id, text]))
}

import type { Tx } from './transaction'

/** Why items were last given back to their readers, in their admin's words, by the items' own ids. */
export async function reopeningReasons(tx: Tx, studyId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; reason: string }[]>`
    select distinct on (i.id) i.external_id as id, e.detail ->> 'reason' as reason
    from item i join audit_event e on e.item_id = i.id and e.kind = 'item-reopened'
    where i.study_id = ${studyId}::uuid and i.external_id = any (${ids}::text[]) and e.detail ->> 'reason' is not null
    order by i.id, e.at desc`
  return new Map(rows.map(({ id, reason }) => [id, reason]))
}

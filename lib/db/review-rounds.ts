/**
 * How a study's drafts fared, round by round: by the first verdict on each item with a draft that stood, in the batch that the item
 * was first judged in. What is read again later changes neither. Names nobody.
 */
import type { Tx } from './transaction'

export type RoundRow = {
  id: string
  name: string
  openedAt: Date
  /** Items that came with a draft, withdrawn ones aside. */
  items: number
  /** Of them, those without a verdict yet. */
  open: number
  passed: number
  corrected: number
  rejected: number
  /** How often each reason was given, by its code. */
  reasons: Record<string, number>
}

/** A study of thousands of batches is none that anybody reviews in rounds. */
const most = 200

/** In the order of their opening, the latest `most` of them. */
export async function reviewRounds(tx: Tx, studyId: string): Promise<RoundRow[]> {
  const rows = await tx.$queryRaw<RoundRow[]>`
    with reviewed as materialized (
      select coalesce(f.batch_id, i.batch_id) as batch_id, v.id is null as open, v.answer ->> 'review' as review, case when v.usable then v.answer -> 'reasons' end as reasons
      from item i left join first_batches(${studyId}::uuid) f on f.item_id = i.id
      left join lateral (select id, answer, usable from verdict where item_id = i.id and verdict_stood(id) order by version limit 1) v on true
      where i.study_id = ${studyId}::uuid and i.batch_id is not null and i.stage <> 'withdrawn' and jsonb_typeof(i.content -> 'draft') = 'object'),
    named as (
      select batch_id, jsonb_object_agg(reason, times) as reasons from (
        select batch_id, reason, count(*)::int as times from reviewed cross join lateral jsonb_array_elements_text(case when jsonb_typeof(reasons) = 'array' then reasons else '[]' end) reason
        group by batch_id, reason) counted group by batch_id)
    select b.id, b.name, b.opened_at as "openedAt", count(*)::int as items, (count(*) filter (where r.open))::int as open,
      (count(*) filter (where r.review = 'pass'))::int as passed, (count(*) filter (where r.review = 'correct'))::int as corrected,
      (count(*) filter (where r.review = 'reject'))::int as rejected, coalesce(n.reasons, '{}') as reasons
    from reviewed r join batch b on b.id = r.batch_id left join named n on n.batch_id = b.id
    group by b.id, n.reasons order by b.opened_at desc, b.id limit ${most}`
  return rows.reverse()
}

import type { Tx } from './transaction'

export type StatedRow = {
  itemId: string
  externalId: string
  text: string
  compared: { content: unknown; answer: unknown }
  judged: { study: string; slug: string; itemId: string; content: unknown; answer: unknown }
}

/**
 * Closed items whose prompt was both compared (task `preference`) and judged by a rubric, with both verdicts in force. One of the
 * two is of the study; the other may be of any study that the viewer administers too.
 */
export const statedRows = (tx: Tx, studyId: string, limit: number): Promise<StatedRow[]> => tx.$queryRaw<StatedRow[]>`
  with settled as (
    select i.id, i.external_id, i.text, i.text_hash, i.content, i.study_id, s.task, s.name, s.slug, v.answer
    from item i join study s on s.id = i.study_id join verdict v on v.item_id = i.id and v.usable
      and not exists (select from verdict later where later.item_id = v.item_id and later.version > v.version)
    where i.stage = 'closed' and s.task in ('preference', 'rubric-scoring') and i.study_id = any (viewer_studies('admin')))
  select p.id as "itemId", p.external_id as "externalId", p.text, jsonb_build_object('content', p.content, 'answer', p.answer) as compared,
    jsonb_build_object('study', r.name, 'slug', r.slug, 'itemId', r.id, 'content', r.content, 'answer', r.answer) as judged
  from settled p join settled r on r.text_hash = p.text_hash and r.task = 'rubric-scoring'
  where p.task = 'preference' and ${studyId}::uuid in (p.study_id, r.study_id) order by p.external_id collate "C", r.id limit ${limit}`

import { Prisma } from './generated/client'
import { verdictInForce } from './in-force'
import type { Tx } from './transaction'

export type StatedRow = {
  /** Of the study's own item; what the next page begins after. */
  ownId: string
  externalId: string
  text: string
  compared: { task: string; content: unknown; answer: unknown }
  judged: { task: string; study: string; content: unknown; answer: unknown }
}

const inForce = Prisma.raw(verdictInForce)

/**
 * Closed items of a study whose prompt was both compared (in a study of a task of `stated`) and judged response by response (of
 * `derived`), with both verdicts in force: `limit` of the study's own after `after`, each with every counterpart in a study that the
 * viewer administers too. `next`: what to go on after; null where that was all.
 */
export async function statedRows(tx: Tx, studyId: string, tasks: { stated: string[]; derived: string[] }, after: string | null, limit: number): Promise<{ rows: StatedRow[]; next: string | null }> {
  const own = await tx.$queryRaw<{ id: string }[]>`
    select id from item where study_id = ${studyId}::uuid and stage = 'closed' and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`
  const ids = own.map(({ id }) => id)
  const rows = await tx.$queryRaw<StatedRow[]>`
    with settled as (
      select m.id as "ownId", i.id, i.external_id, i.text, i.content, s.task, s.name, v.answer
      from item m cross join lateral (select m.* union all
        select o.* from item o where o.text_hash = m.text_hash and o.study_id = any (viewer_studies('admin')) and o.stage = 'closed' and o.id <> m.id) i
      join study s on s.id = i.study_id and s.task = any (${[...tasks.stated, ...tasks.derived]}::text[])
      join verdict v on v.item_id = i.id and v.usable and ${inForce}
      where m.id = any (${ids}::uuid[]))
    select p."ownId", p.external_id as "externalId", p.text, jsonb_build_object('task', p.task, 'content', p.content, 'answer', p.answer) as compared,
      jsonb_build_object('task', r.task, 'study', r.name, 'content', r.content, 'answer', r.answer) as judged
    from settled p join settled r on r."ownId" = p."ownId" and r.task = any (${tasks.derived}::text[])
    where p.task = any (${tasks.stated}::text[]) and p."ownId" in (p.id, r.id) order by p.external_id collate "C", r.id`
  return { rows, next: own.length === limit ? (ids.at(-1) ?? null) : null }
}

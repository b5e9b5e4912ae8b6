/** What the items of a study can be filtered by: the values that occur, the frequent ones first. */
import type { Tx } from './transaction'

export type ItemFacets = {
  /** Whether the study has any item at all. */
  any: boolean
  languages: string[]
  specialties: string[]
  sources: string[]
  /** `name=value` */
  tags: string[]
  batches: { id: string; name: string }[]
  imports: { id: string; name: string; at: Date }[]
}

/** More values of one kind than a list can show are cut off; the search finds the rest. */
const most = 100

export async function itemFacets(tx: Tx, studyId: string): Promise<ItemFacets> {
  const values = await tx.$queryRaw<{ kind: 'language' | 'specialty' | 'source'; value: string }[]>`
    select kind, value from (
      select kind, value, row_number() over (partition by kind order by count(*) desc, value) as place
      from item i cross join lateral (values ('language', i.language), ('specialty', i.specialty), ('source', i.source)) f (kind, value)
      where i.study_id = ${studyId}::uuid and value is not null group by kind, value) counted
    where place <= ${most} order by kind, place`
  const tags = await tx.$queryRaw<{ tag: string }[]>`
    select name || '=' || value as tag from (
      select t.name, v.value, count(*) as items from item i cross join lateral jsonb_each(i.tags) t (name, held)
      cross join lateral (
        select t.held #>> '{}' as value where jsonb_typeof(t.held) in ('string', 'number', 'boolean')
        union all select e from jsonb_array_elements_text(case when jsonb_typeof(t.held) = 'array' then t.held else '[]' end) e) v
      where i.study_id = ${studyId}::uuid group by t.name, v.value having length(v.value) <= 80 order by items desc limit ${most}) counted
    order by name, items desc, value`
  const batches = await tx.batch.findMany({
    where: { studyId },
    select: { id: true, name: true },
    orderBy: { openedAt: 'desc' },
    take: most,
  })
  const imports = await tx.$queryRaw<ItemFacets['imports']>`
    select id, file_name as name, finished_at as at from import
    where study_id = ${studyId}::uuid and state = 'done' and imported > 0 order by finished_at desc limit ${most}`
  const [first] = await tx.$queryRaw<
    { any: boolean }[]
  >`select exists (select from item where study_id = ${studyId}::uuid) as any`
  const of = (kind: string) => values.filter((row) => row.kind === kind).map(({ value }) => value)
  return {
    any: first?.any ?? false,
    languages: of('language'),
    specialties: of('specialty'),
    sources: of('source'),
    tags: tags.map(({ tag }) => tag),
    batches,
    imports,
  }
}

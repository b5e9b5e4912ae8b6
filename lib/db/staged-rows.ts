/**
 * Rows of a file between upload and import. They are written through the viewer's own door: COPY cannot write to a table
 * under row security, so pieces of the file travel as arrays, in their binary form. The text's hash is made here, by the database that checks it.
 */
import { intArray, textArray } from './binary-array'
import { noteDifferences } from './corrections'
import { Prisma } from './generated/client'
import type { ImportRowCounts } from './imports'
import type { Tx } from './transaction'

type GoodItem = {
  externalId: string
  text: string
  content: object
  language: string | null
  specialty: string | null
  group: string | null
  source: string | null
  licence: string | null
  tags: object
  sealed: object
}

export type StagedRow = {
  line: number
  /** Tells rows that begin on one line apart. */
  part: number
} & ({ item: GoodItem } | { field: string | null; reason: string; values: object; raw: string | null })

const jsonOrNull = (value: object): string | null => {
  for (const _ in value) return JSON.stringify(value)
  return null
}

export async function stageRows(tx: Tx, importId: string, rows: readonly StagedRow[]): Promise<void> {
  const good = rows.flatMap((row) => ('item' in row ? [row] : []))
  const bad = rows.flatMap((row) => ('item' in row ? [] : [row]))
  if (good.length) {
    const texts = (of: (item: GoodItem) => string | null) => textArray(good.map(({ item }) => of(item)))
    await tx.$executeRaw`
      insert into import_row (import_id, line, part, external_id, text, text_hash, content, language, specialty, group_key, source, licence, tags, sealed)
      select ${importId}::uuid, line, part, external_id, text, sha256(convert_to(text, 'UTF8')), content::jsonb, language, specialty,
        group_key, source, licence, tags::jsonb, sealed::jsonb
      from unnest(${intArray(good.map(({ line }) => line))}::int[], ${intArray(good.map(({ part }) => part))}::int[],
        ${texts((item) => item.externalId)}::text[], ${texts((item) => item.text)}::text[], ${texts((item) => jsonOrNull(item.content))}::text[],
        ${texts((item) => item.language)}::text[], ${texts((item) => item.specialty)}::text[], ${texts((item) => item.group)}::text[],
        ${texts((item) => item.source)}::text[], ${texts((item) => item.licence)}::text[], ${texts((item) => jsonOrNull(item.tags))}::text[],
        ${texts((item) => jsonOrNull(item.sealed))}::text[])
        as r (line, part, external_id, text, content, language, specialty, group_key, source, licence, tags, sealed)`
  }
  if (bad.length) {
    await tx.$executeRaw`
      insert into import_row (import_id, line, part, fate, field, reason, values, raw)
      select ${importId}::uuid, line, part, 'bad', coalesce(field, ''), reason, details::jsonb, raw
      from unnest(${bad.map((row) => row.line)}::int[], ${bad.map((row) => row.part)}::int[], ${bad.map((row) => row.field)}::text[],
        ${bad.map((row) => row.reason)}::text[], ${bad.map((row) => JSON.stringify(row.values))}::text[], ${bad.map((row) => row.raw)}::text[])
        as r (line, part, field, reason, details, raw)`
  }
}

/**
 * Says of every good row what importing it would do. First by id: `known` has the same text, `clash` another. Then by
 * text: `duplicate` stands in the study, or earlier in the file, under another id. Only rows that are not `fresh` are
 * written again. Of `known` ones it is noted what else they say otherwise.
 */
export async function classifyRows(tx: Tx, importId: string, studyId: string): Promise<ImportRowCounts> {
  await tx.$executeRaw`update import_row set fate = 'fresh', differs = null where import_id = ${importId}::uuid and fate not in ('bad', 'fresh')`
  await tx.$executeRaw`
    update import_row r set fate = case when i.text_hash = r.text_hash and i.content = coalesce(r.content, '{}') then 'known' else 'clash' end
    from item i where r.import_id = ${importId}::uuid and r.fate = 'fresh' and i.study_id = ${studyId}::uuid and i.external_id = r.external_id`
  await noteDifferences(tx, importId, studyId)
  if (await repeats(tx, importId, Prisma.sql`external_id`))
    await withoutLoops(
      tx,
      () => tx.$executeRaw`
        update import_row r set fate = case when f.first_hash = r.text_hash and f.first_content is not distinct from r.content then 'known' else 'clash' end
        from (select line, part, row_number() over same as nth, first_value(text_hash) over same as first_hash, first_value(content) over same as first_content
          from import_row where import_id = ${importId}::uuid and fate = 'fresh' window same as (partition by external_id order by line, part)) f
        where f.nth > 1 and r.import_id = ${importId}::uuid and r.line = f.line and r.part = f.part`,
    )
  await tx.$executeRaw`
    update import_row r set fate = 'duplicate'
    where r.import_id = ${importId}::uuid and r.fate = 'fresh'
      and exists (select from item i where i.study_id = ${studyId}::uuid and i.text_hash = r.text_hash)`
  if (await repeats(tx, importId, Prisma.sql`text_hash`))
    await withoutLoops(
      tx,
      () => tx.$executeRaw`
        update import_row r set fate = 'duplicate'
        from (select line, part, row_number() over (partition by text_hash order by line, part) as nth
          from import_row where import_id = ${importId}::uuid and fate = 'fresh') f
        where f.nth > 1 and r.import_id = ${importId}::uuid and r.line = f.line and r.part = f.part`,
    )
  return countRows(tx, importId)
}

/** Most files repeat nothing, and that is told far sooner than which row repeats which. */
async function repeats(tx: Tx, importId: string, column: Prisma.Sql): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ repeats: boolean }[]>`
    select exists (select from import_row where import_id = ${importId}::uuid and fate = 'fresh' group by ${column} having count(*) > 1) as repeats`
  return row?.repeats ?? true
}

/**
 * Rows staged a moment ago have no statistics: where the planner takes them for one, it would number all of them again for
 * each of them.
 */
async function withoutLoops(tx: Tx, statement: () => Promise<unknown>): Promise<void> {
  await tx.$executeRaw`set local enable_nestloop = off`
  await statement()
  await tx.$executeRaw`set local enable_nestloop = on`
}

async function countRows(tx: Tx, importId: string): Promise<ImportRowCounts> {
  const [row] = await tx.$queryRaw<ImportRowCounts[]>`
    select count(*)::int as rows, (count(*) filter (where fate = 'fresh'))::int as fresh, (count(*) filter (where fate = 'known'))::int as known,
      (count(*) filter (where fate = 'clash'))::int as clash, (count(*) filter (where fate = 'duplicate'))::int as duplicates,
      (count(*) filter (where fate = 'bad'))::int as bad, (count(*) filter (where differs is not null))::int as differing
    from import_row where import_id = ${importId}::uuid`
  return row ?? { rows: 0, fresh: 0, known: 0, clash: 0, duplicates: 0, bad: 0, differing: 0 }
}

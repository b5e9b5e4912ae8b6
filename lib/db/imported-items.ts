/** Staged rows becoming items: in one transaction, under one lock per study. Needs the unblinded door: nobody writes items or seals else. */
import type { Fate } from './staged-rows-shown'
import type { Tx } from './transaction'

/** Imports into one study are committed one after the other, so that what the preview said of ids and texts still holds. */
export async function lockImportsInto(tx: Tx, studyId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${studyId}, 3))`
}

/** Whether items have come into the study since the import was classified; both moments are taken under the lock, not when a transaction began. */
export async function studyGrewSince(tx: Tx, studyId: string, importId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ grew: boolean }[]>`
    select exists (select from import o, import mine where mine.id = ${importId}::uuid and o.study_id = ${studyId}::uuid
      and o.id <> mine.id and o.state = 'done' and o.touched_at >= mine.touched_at) as grew`
  return row?.grew ?? true
}

export async function stagedCount(tx: Tx, importId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from import_row where import_id = ${importId}::uuid`
  return row?.count ?? 0
}

/** Puts the rows of lines `[from, to)` into the pool, under the `licence` of the study where they name none, what is sealed into its own table. @returns how many items came of it. */
export async function insertStagedItems(
  tx: Tx,
  { importId, studyId, licence, fates, from, to }: { importId: string; studyId: string; licence: string | null; fates: readonly Fate[]; from: number; to: number },
): Promise<number> {
  const items = await tx.$executeRaw`
    insert into item (id, study_id, external_id, text, text_hash, length, content, language, specialty, group_key, source, licence, tags)
    select item_id, ${studyId}::uuid, external_id, text, text_hash, char_length(text), coalesce(content, '{}'), language, specialty, group_key,
      source, coalesce(nullif(btrim(licence), ''), ${licence}), coalesce(tags, '{}')
    from import_row where import_id = ${importId}::uuid and fate = any (${fates}::text[]) and line >= ${from} and line < ${to}`
  await tx.$executeRaw`
    insert into seal (item_id, content) select item_id, sealed
    from import_row where import_id = ${importId}::uuid and fate = any (${fates}::text[]) and line >= ${from} and line < ${to} and sealed is not null`
  return items
}

/** The lines on which staged rows begin, from the first to the last; null when there is none. */
export async function stagedLines(tx: Tx, importId: string): Promise<{ first: number; last: number } | null> {
  const [row] = await tx.$queryRaw<{ first: number | null; last: number | null }[]>`
    select min(line) as first, max(line) as last from import_row where import_id = ${importId}::uuid`
  return row?.first === null || row?.last === null || !row ? null : { first: row.first, last: row.last }
}

/** A step is a stretch of the file; not knowing how long the stretch is, the planner would read the whole file for each. */
export async function readByLine(tx: Tx): Promise<void> {
  await tx.$executeRaw`set local enable_seqscan = off`
}

/** What became an item, or was one already, need not be kept; refused rows stay to be fetched. */
export async function deleteStagedRows(tx: Tx, importId: string, fates: readonly Fate[]): Promise<void> {
  await tx.$executeRaw`delete from import_row where import_id = ${importId}::uuid and fate = any (${fates}::text[])`
}

/** One file on its way into a study. Its rows are staged by staged-rows.ts and become items in imported-items.ts. */
import { Prisma } from './generated/client'
import type { Tx } from './transaction'

/** begun: announced, no byte yet · reading: rows arrive · ready: previewed · done: decided */
export type ImportState = 'begun' | 'reading' | 'ready' | 'done'
/** `differing`: of the known ones, those that say something else of their item. */
export type ImportRowCounts = { rows: number; fresh: number; known: number; clash: number; duplicates: number; bad: number; differing: number }
export type ImportSummary = {
  id: string
  studyId: string
  fileName: string
  format: string
  encoding: string
  state: ImportState
  /** What the admin chose, and what was found in the file (a CSV's header). */
  options: unknown
  rows: number
  fresh: number
  known: number
  duplicates: number
  bad: number
  imported: number
  bytes: number
  createdAt: Date
  finishedAt: Date | null
}

/** An upload that has been silent for this long has died. Live ones touch their import every few seconds. */
const silence = '3 minutes'
/** A previewed file that nobody imported, and the refused rows of one that was. */
const keeping = '7 days'

/**
 * A sign of life that lasts as long as the transaction: comparing waits for others who are bringing in or opening, and may take minutes
 * in which nothing else can be said.
 */
export async function holdImport(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${id}, 12))`
}

/** Clears what died on the way and what was left lying; its rows go with it. `done` imports stay as history. */
export async function dropDeadImports(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    with silent as materialized (
      select id from import where (state in ('begun', 'reading') and touched_at < now() - ${silence}::interval)
        or (state = 'ready' and touched_at < now() - ${keeping}::interval))
    delete from import where id in (select id from silent where pg_try_advisory_xact_lock(hashtextextended(id::text, 12)))`
  await tx.$executeRaw`
    delete from import_row where import_id in (select id from import where state = 'done' and touched_at < now() - ${keeping}::interval)`
}

export async function insertImport(
  tx: Tx,
  { id, studyId, fileName, format, options }: { id: string; studyId: string; fileName: string; format: string; options: object },
): Promise<void> {
  await tx.$executeRaw`
    insert into import (id, study_id, file_name, format, options, state)
    values (${id}::uuid, ${studyId}::uuid, ${fileName}, ${format}, ${JSON.stringify(options)}::jsonb, 'begun')`
}

/** Whoever gets true is the one who reads the file in. */
export async function claimReading(tx: Tx, id: string): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    update import set state = 'reading', touched_at = now() where id = ${id}::uuid and state = 'begun'`
  return claimed > 0
}

/** Notes how far the reading has come. @returns false when the import is gone: dropped, or given up for dead. */
export async function touchImport(tx: Tx, id: string, read: { rows: number; bytes: number }): Promise<boolean> {
  const touched = await tx.$executeRaw`
    update import set rows = ${read.rows}, bytes = ${read.bytes}, touched_at = now() where id = ${id}::uuid and state = 'reading'`
  return touched > 0
}

/** @returns false when the import is gone: dropped, or given up for dead. */
export async function markReady(
  tx: Tx,
  id: string,
  found: ImportRowCounts & { encoding: string; bytes: number; header: { raw: string; columns: string[] } | null },
): Promise<boolean> {
  const marked = await tx.$executeRaw`
    update import set state = 'ready', rows = ${found.rows}, fresh = ${found.fresh}, known = ${found.known},
      duplicates = ${found.duplicates}, bad = ${found.bad + found.clash}, encoding = ${found.encoding}, bytes = ${found.bytes},
      options = options || ${JSON.stringify({ header: found.header, clash: found.clash, differing: found.differing })}::jsonb, touched_at = clock_timestamp()
    where id = ${id}::uuid and state = 'reading'`
  return marked > 0
}

export async function markDone(
  tx: Tx,
  id: string,
  found: Pick<ImportSummary, 'imported' | 'fresh' | 'known' | 'duplicates' | 'bad'> & { corrected: number },
): Promise<void> {
  await tx.$executeRaw`
    update import set state = 'done', imported = ${found.imported}, fresh = ${found.fresh}, known = ${found.known},
      duplicates = ${found.duplicates}, bad = ${found.bad}, options = options || ${JSON.stringify({ corrected: found.corrected })}::jsonb, finished_at = now(), touched_at = clock_timestamp() where id = ${id}::uuid`
}

const columns = Prisma.sql`id, study_id as "studyId", file_name as "fileName", format, encoding, state, options, rows, fresh, known, duplicates,
  bad, imported, bytes::float8 as bytes, created_at as "createdAt", finished_at as "finishedAt"`

/** The study's imports, newest first; those that are still being read included. */
export async function importsOf(tx: Tx, studyId: string, { limit, offset }: { limit: number; offset: number }): Promise<ImportSummary[]> {
  return tx.$queryRaw<ImportSummary[]>`select ${columns} from import where study_id = ${studyId}::uuid order by created_at desc, id limit ${limit} offset ${offset}`
}

export const countImports = (tx: Tx, studyId: string): Promise<number> => tx.import.count({ where: { studyId } })

/** `lock` makes a second commit of the same import wait for the first. */
export async function importById(tx: Tx, id: string, { lock }: { lock: boolean } = { lock: false }): Promise<ImportSummary | null> {
  const [row] = await tx.$queryRaw<ImportSummary[]>`
    select ${columns} from import where id = ${id}::uuid ${lock ? Prisma.sql`for update` : Prisma.empty}`
  return row ?? null
}

export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`delete from import where id = ${id}::uuid`
}

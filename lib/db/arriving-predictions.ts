/**
 * A file of predictions while it comes in: held against a split piece by piece and put down, so that nobody holds it whole. Nobody's
 * until it is taken.
 */
import type { JsonObject } from '@/lib/tasks/task'
import { textArray } from './binary-array'
import type { Store } from './store'
import type { Tx } from './transaction'

/** Of an item that predictions are made on: code points of its text, bytes of its record. */
export type KnownItem = { id: string; length: number; bytes: number }

/** Which of these ids a split has. */
export async function knownItems(store: Store, releaseId: string, split: string, ids: readonly string[]): Promise<Map<string, KnownItem>> {
  const rows = await store.run<KnownItem>(
    `select r.external_id as id, i.length, octet_length(r.record) as bytes from release_item r join item i on i.id = r.item_id
     where r.release_id = $1 and r.external_id = any ($3::text[]) and r.split = $2 and r.record is not null`,
    [releaseId, split, textArray(ids)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export async function recordsOf(store: Store, releaseId: string, ids: readonly string[]): Promise<JsonObject[]> {
  const rows = await store.run<{ record: string }>(
    `select record from release_item where release_id = $1 and external_id = any ($2::text[]) and record is not null`,
    [releaseId, textArray(ids)],
  )
  return rows.map(({ record }) => JSON.parse(record) as JsonObject)
}

/** Answers as JSON, each id once. @returns the ids of which the file had said nothing yet; of the others its first answer stays. */
export async function putDown(store: Store, arrivalId: string, answers: ReadonlyMap<string, string>): Promise<Set<string>> {
  if (answers.size === 0) return new Set()
  const rows = await store.run<{ id: string }>(
    `insert into arriving_prediction (arrival_id, external_id, answer)
     select $1, p.id, p.answer::jsonb from unnest($2::text[], $3::text[]) as p (id, answer) on conflict do nothing returning external_id as id`,
    [arrivalId, textArray([...answers.keys()]), textArray([...answers.values()])],
  )
  return new Set(rows.map(({ id }) => id))
}

/** @returns how many there were: fewer than were put down when the server was interrupted meanwhile. */
export const takeArrived = (tx: Tx, arrivalId: string, submissionId: string): Promise<number> =>
  tx.$executeRaw`
    with arrived as (delete from arriving_prediction where arrival_id = ${arrivalId}::uuid returning external_id, answer)
    insert into prediction (submission_id, external_id, answer) select ${submissionId}::uuid, external_id, answer from arrived`

export async function dropArrived(store: Store, arrivalId: string): Promise<void> {
  await store.run('delete from arriving_prediction where arrival_id = $1', [arrivalId])
}

/** What a killed server left. A file that takes longer is refused at its end. */
export async function dropLongArrived(tx: Tx): Promise<void> {
  await tx.$executeRaw`delete from arriving_prediction where arrived_at < now() - interval '1 day'`
}

/** Unsubmitted work. A person's own, and nobody else's to see; `version` counts saves, so that two tabs cannot overwrite each other. */
import type { SqlTx } from './sql-transaction'

export type StoredDraft = { body: unknown; version: number; activeMs: number; updatedAt: Date }

/** `dispute`: where a dispute is worked on, its own draft alone: what was decided in another one was decided of other readings. */
export async function draftOf(tx: SqlTx, personId: string, itemId: string, dispute: string | null = null): Promise<StoredDraft | null> {
  const [row] = await tx.$queryRaw<StoredDraft[]>`
    select body, version, active_ms as "activeMs", updated_at as "updatedAt" from draft
    where person_id = ${personId}::uuid and item_id = ${itemId}::uuid and coalesce(place = ${dispute}::uuid, true)`
  return row ?? null
}

/** Which copy of the work is saved, and its how-manieth save it is; `after`: copies it took up, whose last saves were never answered. */
export type SavedFrom = { copy: string; turn: number; after: readonly string[] }

/** Where work is done: a seat (or a repeat of one), or a dispute. */
type Place = { kind: 'seat' | 'adjudication'; id: string }

/** What the person's work on an item said before, newest first. */
export type EarlierWork = { version: number; at: string; body: unknown }

export async function earlierWork(tx: SqlTx, personId: string, itemId: string): Promise<EarlierWork[]> {
  return tx.$queryRaw<EarlierWork[]>`
    select kept.value -> 'version' as version, kept.value ->> 'at' as at, kept.value -> 'body' as body
    from draft d cross join lateral jsonb_array_elements(d.history) with ordinality as kept (value, nth)
    where d.person_id = ${personId}::uuid and d.item_id = ${itemId}::uuid order by kept.nth desc`
}

/** How much of it is kept, and how far apart: the newest of what stood when two minutes had passed, or another visit began. */
const earlierKept = 30
const earlierEverySeconds = 120

/**
 * Saves on top of version `base` (0: nothing saved yet). What this very copy saved meanwhile, or one it took up, is no
 * other version: its answer was lost, not its work. Nor is a version that says the same. An older save of a copy that
 * arrives late changes nothing. What is overwritten is kept beside it, a bounded number of times. `place`: where it was written; nothing
 * is saved from a page whose reading was handed in, nor from one that an earlier round left open while the item is read anew, and what
 * another dispute of the item left is not in the way of the one that is open.
 * @returns the new version, or null when another copy has saved since.
 */
export async function putDraft(
  tx: SqlTx,
  personId: string,
  itemId: string,
  save: { body: unknown; base: number; activeMs: number; place?: Place | undefined; from?: SavedFrom | undefined },
): Promise<number | null> {
  const body = JSON.stringify(save.body)
  const { copy, turn, after } = save.from ?? { copy: null, turn: 0, after: [] }
  const place = save.place?.id ?? null
  const seat = save.place?.kind === 'seat' ? place : null
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    insert into draft as d (person_id, item_id, place, body, active_ms, copy, turn)
    select ${personId}::uuid, ${itemId}::uuid, ${place}::uuid, ${body}::jsonb, ${save.activeMs}::int, ${copy}::uuid, ${turn}::int
    where not exists (select from seat s where s.item_id = ${itemId}::uuid and s.person_id = ${personId}::uuid and (s.submitted_at is null) <> (s.id = ${seat}::uuid))
      and not exists (select from repeat_reading r join seat s on s.id = r.seat_id join item i on i.id = s.item_id where r.id = ${seat}::uuid and (s.round <> i.round or r.handed_in_at is not null))
    on conflict (person_id, item_id) do update set body = excluded.body, place = excluded.place, version = d.version + 1,
      active_ms = greatest(d.active_ms, excluded.active_ms), updated_at = now(), copy = excluded.copy, turn = excluded.turn,
      (history, kept_at) = (
        select case when not kept.due then d.history else case when jsonb_array_length(d.history) >= ${earlierKept} then d.history - 0 else d.history end
            || jsonb_build_array(jsonb_build_object('version', d.version, 'at', d.updated_at, 'body', d.body)) end,
          case when kept.due then now() else d.kept_at end
        from (select d.body <> excluded.body and (d.copy is distinct from excluded.copy or now() - d.kept_at >= make_interval(secs => ${earlierEverySeconds})) as due) kept)
    where (d.version = ${save.base} or d.copy = excluded.copy or d.copy = any (${after}::uuid[]) or d.body = excluded.body
        or (d.place <> excluded.place and exists (select from adjudication a where a.id = excluded.place and a.person_id = ${personId}::uuid and a.settled_at is null)))
      and not coalesce(d.copy = excluded.copy and d.turn >= excluded.turn, false)
    returning version`
  return row?.version ?? null
}

/** Whether the draft of the item at this place (seat, repeat or adjudication) was saved since, by none of the copies named. */
export async function newerDraft(
  tx: Pick<SqlTx, '$queryRaw'>,
  personId: string,
  placeId: string,
  from: { base: number; copies: readonly string[] },
): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select 1 from draft d
    where d.person_id = ${personId}::uuid and not (coalesce(d.place <> ${placeId}::uuid, false) and exists (select from adjudication where id = ${placeId}::uuid))
      and d.version <> ${from.base} and (d.copy is null or d.copy <> all (${from.copies}::uuid[]))
      and d.item_id in (select item_id from seat where id = ${placeId}::uuid union all select item_id from repeat_reading where id = ${placeId}::uuid
        union all select item_id from adjudication where id = ${placeId}::uuid)`
  return rows.length > 0
}

export async function deleteDraft(tx: SqlTx, personId: string, itemId: string): Promise<void> {
  await tx.$executeRaw`delete from draft where person_id = ${personId}::uuid and item_id = ${itemId}::uuid`
}

/** A person's own work that cannot be handed in any more. What is said of it is about them alone (`own_part`). */
import type { KeptBecause } from '@/lib/workflow/kept-because'
import type { SqlTx } from './sql-transaction'

export type Place = { itemId: string; place: string | null }
/** Null: the item was never theirs. `member`: still in its study; `again`: in the role that it needs. */
export type Standing = Place & { role: 'reader' | 'adjudicator' | null; work: 'yours' | KeptBecause | null; member: boolean; again: boolean }

export async function standingOf(tx: SqlTx, places: readonly Place[]): Promise<Standing[]> {
  return tx.$queryRaw<Standing[]>`
    select w.item_id as "itemId", w.place, p.role::text as role, p.work, b.member, b.again
    from unnest(${places.map(({ itemId }) => itemId)}::uuid[], ${places.map(({ place }) => place)}::uuid[]) w (item_id, place)
    left join lateral own_part(w.item_id, w.place) p on true cross join lateral viewer_belongs(p.study_id, p.role) b`
}

export type KeptDraft = Standing & { studyName: string | null; task: string; opening: string; version: number; copy: string | null; updatedAt: Date }

/** The newest two hundred of the viewer's drafts that cannot be handed in. `studyName` null: they are not in that study any more. */
export async function keptDrafts(tx: SqlTx): Promise<KeptDraft[]> {
  return tx.$queryRaw<KeptDraft[]>`
    select k.item_id as "itemId", k.place, k.role::text as role, k.work, t.name as "studyName", k.task, k.opening, k.version, k.copy, k.updated_at as "updatedAt", b.member, b.again
    from kept_drafts() k cross join lateral viewer_belongs(k.study_id, k.role) b left join study t on t.id = k.study_id order by k.updated_at desc`
}

/** Deletes a draft that cannot be handed in, as long as it is this very version. */
export async function discardDraft(tx: SqlTx, personId: string, itemId: string, version: number): Promise<boolean> {
  const discarded = await tx.$executeRaw`
    delete from draft d where d.person_id = ${personId}::uuid and d.item_id = ${itemId}::uuid and d.version = ${version}
      and not exists (select from own_part(d.item_id, d.place) p where p.work = 'yours')`
  return discarded > 0
}

export type PartHeld = { role: 'reader' | 'adjudicator'; seatId: string | null; heldInStudy: number }

/** The viewer's part in an item, the seat of it that they hold, and how many they hold in its study. */
export async function partHeld(tx: SqlTx, itemId: string): Promise<PartHeld | null> {
  const [row] = await tx.$queryRaw<PartHeld[]>`
    select p.role::text as role, mine.id as "seatId",
      (select count(*)::int from seat s join batch b on b.id = s.batch_id and b.state = 'open'
        where s.person_id = viewer_id() and s.submitted_at is null and s.study_id = p.study_id) as "heldInStudy"
    from own_part(${itemId}::uuid, null) p
    left join lateral (select s.id from seat s where s.item_id = ${itemId}::uuid and s.person_id = viewer_id() and s.submitted_at is null limit 1) mine on true`
  return row ?? null
}

/** A seat of an item that the viewer has had before, by the rules of every claim; null where none is free for them. */
export async function claimSeatAgain(tx: SqlTx, itemId: string, leaseMs: number): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ seat: string | null }[]>`
    select claim_seat_again(${itemId}::uuid, make_interval(secs => ${leaseMs / 1000})) as seat`
  return row?.seat ?? null
}

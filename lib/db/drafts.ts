/** Unsubmitted work. A person's own, and nobody else's to see; `version` counts saves, so that two tabs cannot overwrite each other. */
import type { Tx } from './transaction'

export type StoredDraft = { body: unknown; version: number; activeMs: number; updatedAt: Date }

export async function draftOf(tx: Tx, personId: string, itemId: string): Promise<StoredDraft | null> {
  const [row] = await tx.$queryRaw<StoredDraft[]>`
    select body, version, active_ms as "activeMs", updated_at as "updatedAt" from draft where person_id = ${personId}::uuid and item_id = ${itemId}::uuid`
  return row ?? null
}

/**
 * Saves on top of version `base` (0: nothing saved yet).
 * @returns the new version, or null when another version has been saved since.
 */
export async function putDraft(
  tx: Tx,
  personId: string,
  itemId: string,
  save: { body: unknown; base: number; activeMs: number },
): Promise<number | null> {
  const body = JSON.stringify(save.body)
  const [row] =
    save.base === 0
      ? await tx.$queryRaw<{ version: number }[]>`
          insert into draft (person_id, item_id, body, active_ms) values (${personId}::uuid, ${itemId}::uuid, ${body}::jsonb, ${save.activeMs})
          on conflict do nothing returning version`
      : await tx.$queryRaw<{ version: number }[]>`
          update draft set body = ${body}::jsonb, version = version + 1, active_ms = greatest(active_ms, ${save.activeMs}), updated_at = now()
          where person_id = ${personId}::uuid and item_id = ${itemId}::uuid and version = ${save.base} returning version`
  return row?.version ?? null
}

export async function deleteDraft(tx: Tx, personId: string, itemId: string): Promise<void> {
  await tx.$executeRaw`delete from draft where person_id = ${personId}::uuid and item_id = ${itemId}::uuid`
}

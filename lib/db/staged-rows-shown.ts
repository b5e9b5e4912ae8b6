/** Staged rows as an admin looks at them before deciding, and as they leave again in a file. */
import type { Tx } from './transaction'

export type Fate = 'fresh' | 'known' | 'clash' | 'duplicate' | 'bad'

export type ShownRow = {
  line: number
  part: number
  fate: Fate
  externalId: string | null
  /** The text's beginning. */
  text: string | null
  /** Code points of the whole text. */
  length: number | null
  language: string | null
  specialty: string | null
  tags: Record<string, unknown> | null
  /** The names of what goes to the seal, never its contents. */
  sealed: string[]
  field: string
  reason: string
  values: Record<string, string | number> | null
  raw: string | null
  /** Of a known row: the fields that say something else of its item. */
  differs: string[] | null
}

const shownText = 400

/** Rows of the given fates in the file's order, the first `limit` of them; with `differing` those alone that say something else of their item. */
export async function shownRows(
  tx: Tx,
  importId: string,
  { fates, limit, differing = false }: { fates: readonly Fate[]; limit: number; differing?: boolean },
): Promise<ShownRow[]> {
  return tx.$queryRaw<ShownRow[]>`
    select line, part, fate, external_id as "externalId", left(text, ${shownText}) as text, char_length(text) as length, language, specialty, tags,
      coalesce((select array_agg(key) from jsonb_object_keys(case when jsonb_typeof(sealed) = 'object' then sealed else '{}' end) key), '{}') as sealed,
      field, reason, values, left(raw, ${shownText}) as raw, differs
    from import_row where import_id = ${importId}::uuid and fate = any (${fates}::text[]) and (not ${differing} or differs is not null)
    order by line, part limit ${limit}`
}

export type LeavingRow = {
  line: number
  part: number
  fate: Fate
  field: string
  reason: string
  values: Record<string, string | number> | null
  raw: string | null
  externalId: string | null
  text: string | null
  content: Record<string, unknown> | null
  language: string | null
  specialty: string | null
  group: string | null
  source: string | null
  licence: string | null
  tags: Record<string, string | number | boolean | string[]> | null
  sealed: Record<string, unknown> | null
}

/** Whole rows of the given fates, in the file's order, behind a place: for a file, piece by piece. */
export async function leavingRows(
  tx: Tx,
  importId: string,
  { fates, limit, after }: { fates: readonly Fate[]; limit: number; after: { line: number; part: number } },
): Promise<LeavingRow[]> {
  return tx.$queryRaw<LeavingRow[]>`
    select line, part, fate, field, reason, values, raw, external_id as "externalId", text, content, language, specialty, group_key as "group",
      source, licence, tags, sealed
    from import_row where import_id = ${importId}::uuid and fate = any (${fates}::text[]) and (line, part) > (${after.line}, ${after.part})
    order by line, part limit ${limit}`
}

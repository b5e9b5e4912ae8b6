/** Protocols as admins write them: versions and the one draft. What readers are shown is in protocols-in-force.ts. */
import type { Tx } from './transaction'

export type DraftProtocol = {
  id: string
  guideline: string
  form: unknown
  /** When it was last saved, to the microsecond: what a later save must have seen. */
  revision: string
  /** The version it was made from, in force when it was begun; null where there was none. */
  base: number | null
}

/** `shown`: of the items, those whose verdict their readers were shown. `reopening`: the job that has its items read again just now. */
export type ProtocolVersion = { id: string; number: number; note: string; publishedAt: Date; judgments: number; items: number; held: number; shown: number; reopening: string | null }
export type PublishedProtocol = Omit<ProtocolVersion, 'judgments' | 'items' | 'held' | 'shown' | 'reopening'> & { guideline: string; form: unknown }

export async function draftProtocol(tx: Tx, studyId: string): Promise<DraftProtocol | null> {
  const [row] = await tx.$queryRaw<DraftProtocol[]>`
    select id, guideline, form, updated_at::text as revision,
      (select max(number) from protocol o where o.study_id = p.study_id and o.published_at <= p.created_at) as base
    from protocol p where study_id = ${studyId}::uuid and number is null`
  return row ?? null
}

/** Newest first, with what was judged under each. */
export async function protocolVersions(tx: Tx, studyId: string): Promise<ProtocolVersion[]> {
  return tx.$queryRaw<ProtocolVersion[]>`
    select p.id, p.number, p.note, p.published_at as "publishedAt", coalesce(u.judgments, 0) as judgments, coalesce(u.items, 0) as items, coalesce(u.held, 0) as held, coalesce(u.shown, 0) as shown,
      (select j.id from job j where j.subject_id = p.id and j.kind = 'reopen' and j.state in ('queued', 'running')) as reopening
    from protocol p left join study_protocol_use(${studyId}::uuid) u on u.protocol_id = p.id
    where p.study_id = ${studyId}::uuid and p.number is not null order by p.number desc`
}

export async function protocolByNumber(tx: Tx, studyId: string, number: number): Promise<PublishedProtocol | null> {
  const [row] = await tx.$queryRaw<PublishedProtocol[]>`
    select id, number, note, published_at as "publishedAt", guideline, form from protocol
    where study_id = ${studyId}::uuid and number = ${number}`
  return row ?? null
}

export async function newestNumber(tx: Tx, studyId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ number: number | null }[]>`
    select max(number) as number from protocol where study_id = ${studyId}::uuid`
  return row?.number ?? null
}

/** The form of the newest protocol; null: none is published. */
export async function newestProtocolForm(tx: Tx, studyId: string): Promise<unknown> {
  const [row] = await tx.$queryRaw<{ form: unknown }[]>`
    select form from protocol where study_id = ${studyId}::uuid and number is not null order by number desc limit 1`
  return row?.form ?? null
}

/** The forms of all published protocols, by number, the first one first. */
export async function protocolForms(tx: Tx, studyId: string): Promise<Map<number, unknown>> {
  const rows = await tx.$queryRaw<{ number: number; form: unknown }[]>`select number, form from protocol where study_id = ${studyId}::uuid and number is not null order by number`
  return new Map(rows.map(({ number, form }) => [number, form]))
}

/** A second draft is refused by the database (protocol_one_draft). */
export async function insertDraft(tx: Tx, studyId: string, guideline: string, form: unknown): Promise<void> {
  await tx.$executeRaw`
    insert into protocol (study_id, guideline, form) values (${studyId}::uuid, ${guideline}, ${JSON.stringify(form)}::jsonb)`
}

/** Saves over exactly the revision that was seen. @returns the new revision, or null when the draft is another by now. */
export async function updateDraft(
  tx: Tx,
  studyId: string,
  seen: string,
  { guideline, form }: { guideline: string; form: unknown },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ revision: string }[]>`
    update protocol set guideline = ${guideline}, form = ${JSON.stringify(form)}::jsonb, updated_at = clock_timestamp()
    where study_id = ${studyId}::uuid and number is null and updated_at = ${seen}::timestamptz returning updated_at::text as revision`
  return row?.revision ?? null
}

/** Makes the draft, as it was seen, the next version. @returns its number, or null when the draft is another by now. */
export async function publishDraft(tx: Tx, studyId: string, seen: string, note: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    update protocol set number = (select coalesce(max(number), 0) + 1 from protocol where study_id = ${studyId}::uuid),
      note = ${note}, published_at = now(), updated_at = clock_timestamp()
    where study_id = ${studyId}::uuid and number is null and updated_at = ${seen}::timestamptz returning number`
  return row?.number ?? null
}

/** @returns whether there was such a draft. */
export async function deleteDraftProtocol(tx: Tx, studyId: string, seen: string): Promise<boolean> {
  const gone = await tx.$executeRaw`
    delete from protocol where study_id = ${studyId}::uuid and number is null and updated_at = ${seen}::timestamptz`
  return gone > 0
}

/** Releases as rows. Row security shows drafts to their study's admins, frozen ones to whoever may know them; none can be changed. */
import { randomUUID } from 'node:crypto'
import type { SignedBy } from '@/lib/releases/manifest'
import { Prisma } from './generated/client'
import type { Tx } from './transaction'

export type ReleaseState = 'draft' | 'freezing' | 'frozen'
export type ReleaseRow = {
  id: string
  studyId: string
  version: string | null
  title: string
  state: ReleaseState
  recipe: unknown
  previousId: string | null
  notes: string
  public: boolean
  createdAt: Date
  frozenAt: Date | null
  /** `composition`: the print of what was signed. */
  /** `by` is missing where it was signed before that was kept. */
  signature: { name: string; meaning: string; at: string; composition: string; by?: SignedBy } | null
  facts: unknown
}
export type ReleaseHead = Omit<ReleaseRow, 'recipe' | 'facts' | 'notes'> & {
  items: number
  bytes: number
  /** Number of its documents' wording; null where it was frozen before that was kept, and of drafts. */
  wording: number | null
  /** By format the number that its files were written by, 1 where it was frozen before that was kept; null of drafts without a preview. */
  writing: Record<string, number> | null
  study: { slug: string; name: string }
}

/** Never the salt: see lib/releases/manifest. The recipe is null for everybody who does not compose. */
const columns = Prisma.sql`r.id, r.study_id as "studyId", r.version, r.title, r.state::text as state, release_recipe(r.id) as recipe, r.previous_id as "previousId",
  r.notes, r.public, r.created_at as "createdAt", r.frozen_at as "frozenAt", r.signature, r.facts`

export async function releaseById(tx: Tx, id: string): Promise<ReleaseRow | null> {
  const [row] = await tx.$queryRaw<ReleaseRow[]>`select ${columns} from release r where r.id = ${id}::uuid`
  return row ?? null
}

export type DownloadedRelease = { id: string; studyId: string; version: string; slug: string }

/** As much of a frozen release as its files are named by; nothing that grows with it. */
export async function frozenToDownload(tx: Tx, id: string): Promise<DownloadedRelease | null> {
  const [row] = await tx.$queryRaw<DownloadedRelease[]>`
    select id, study_id as "studyId", version, coalesce(slug, 'release') as slug from release where id = ${id}::uuid and state = 'frozen'`
  return row ?? null
}

/** What a list shows, newest first, drafts before all. `studyId` null: of every study. */
export async function releaseHeads(tx: Tx, studyId: string | null): Promise<ReleaseHead[]> {
  const rows = await tx.$queryRaw<(Omit<ReleaseHead, 'study'> & { slug: string; name: string })[]>`
    select r.id, r.study_id as "studyId", r.version, r.title, r.state::text as state, r.previous_id as "previousId", r.public,
      r.created_at as "createdAt", r.frozen_at as "frozenAt", r.signature,
      coalesce(r.facts -> 'study' ->> 'slug', '') as slug, coalesce(r.facts -> 'study' ->> 'name', '') as name,
      coalesce((select sum((s ->> 'items')::int) from jsonb_array_elements(r.facts -> 'splits') s), 0)::int as items,
      coalesce((select sum(f.bytes) from release_file f where f.release_id = r.id), 0)::float8 as bytes,
      (r.facts ->> 'wording')::int as wording,
      coalesce(r.facts -> 'writing', (select jsonb_object_agg(f ->> 'code', 1) from jsonb_array_elements(r.facts -> 'formats') f)) as writing
    from release r where (${studyId}::uuid is null or r.study_id = ${studyId}::uuid)
    order by r.frozen_at desc nulls first, r.created_at desc`
  return rows.map(({ slug, name, ...row }) => ({ ...row, study: { slug, name } }))
}

/** Whether there is a frozen release that the viewer may know of. */
export async function anyReleaseFor(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`select exists (select from release where state = 'frozen') as found`
  return row?.found ?? false
}

/** The newest frozen release of a study; what the next one follows. */
export async function newestFrozen(tx: Tx, studyId: string): Promise<{ id: string; version: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string; version: string }[]>`
    select id, version from release where study_id = ${studyId}::uuid and state = 'frozen' order by frozen_at desc limit 1`
  return row ?? null
}

/** Takes over the division's salt of the release it follows, so that earlier items and the rule stay what they were. */
export async function insertRelease(
  tx: Tx,
  release: { studyId: string; title: string; recipe: object; public: boolean; notes: string; previousId: string | null },
): Promise<string> {
  // Not `returning`: row security asks about the new row before there is one.
  const id = randomUUID()
  await tx.$executeRaw`
    insert into release (id, study_id, title, recipe, public, notes, previous_id, salt)
    select ${id}::uuid, ${release.studyId}::uuid, ${release.title}, ${JSON.stringify(release.recipe)}::jsonb, ${release.public}, ${release.notes},
      ${release.previousId}::uuid, coalesce(release_salt(${release.previousId}::uuid),
        encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex'))`
  return id
}

/** @returns whether it was a draft. */
export async function changeDraft(
  tx: Tx,
  id: string,
  draft: { title: string; recipe: object; public: boolean; notes: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update release set title = ${draft.title}, recipe = ${JSON.stringify(draft.recipe)}::jsonb, public = ${draft.public}, notes = ${draft.notes}
    where id = ${id}::uuid and state = 'draft'`
  return changed > 0
}

/** The recipe alone; what a preview found stays to be looked at, and no longer counts as this recipe's. */
export async function keepRecipe(tx: Tx, id: string, recipe: object): Promise<boolean> {
  const kept = await tx.$executeRaw`
    update release set recipe = ${JSON.stringify(recipe)}::jsonb where id = ${id}::uuid and state = 'draft'`
  return kept > 0
}

export async function dropDraft(tx: Tx, id: string): Promise<boolean> {
  return (await tx.$executeRaw`delete from release where id = ${id}::uuid and state = 'draft'`) > 0
}

/** What a preview found, for the page. `recipe`: what it was computed from; kept only while that stands. */
export async function keepPreview(tx: Tx, id: string, recipe: unknown, facts: object): Promise<boolean> {
  const kept = await tx.$executeRaw`
    update release set facts = ${JSON.stringify(facts)}::jsonb
    where id = ${id}::uuid and state = 'draft' and release_recipe(id) = ${JSON.stringify(recipe)}::jsonb`
  return kept > 0
}

/** Signed: from now on only the freezing job writes to it. @returns whether it was a draft, and still the one that was read. */
export async function beginFreezing(
  tx: Tx,
  { id, recipe, title, public: isPublic }: Pick<ReleaseRow, 'id' | 'recipe' | 'title' | 'public'>,
  { signature, previousId }: { signature: object; previousId: string | null },
): Promise<boolean> {
  const begun = await tx.$executeRaw`
    update release set state = 'freezing', signature = ${JSON.stringify(signature)}::jsonb, previous_id = ${previousId}::uuid, facts = null,
      salt = coalesce(release_salt(${previousId}::uuid), release_salt(id))
    where id = ${id}::uuid and state = 'draft' and release_recipe(id) = ${JSON.stringify(recipe)}::jsonb and title = ${title} and public = ${isPublic}`
  return begun > 0
}

export async function backToDraft(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`update release set state = 'draft', signature = null, facts = null where id = ${id}::uuid and state = 'freezing'`
}

/** What a release's division is drawn from: its predecessor's salt where it has one. Only who composes may know it. */
export async function saltFor(tx: Tx, id: string, previousId: string | null): Promise<string> {
  const [row] = await tx.$queryRaw<{ salt: string | null }[]>`select release_salt(${previousId ?? id}::uuid) as salt`
  if (!row?.salt) throw new Error(`release ${previousId ?? id} is not the viewer's to compose`)
  return row.salt
}

export async function manifestOf(tx: Tx, id: string): Promise<{ manifest: string; sha256: string } | null> {
  const row = await tx.release.findUnique({ where: { id }, select: { manifest: true, manifestHash: true } })
  return row?.manifest && row.manifestHash
    ? { manifest: row.manifest, sha256: Buffer.from(row.manifestHash).toString('hex') }
    : null
}

export type Frozen = { version: string; facts: object; manifest: string; manifestHash: Uint8Array<ArrayBuffer>; at: Date }

/** The last step: all of it is there, as the manifest says (which names neither itself nor CHECKSUMS). @returns whether it was being frozen. */
export async function setFrozen(tx: Tx, id: string, { version, facts, manifest, manifestHash, at }: Frozen): Promise<boolean> {
  const frozen = await tx.$executeRaw`
    update release set state = 'frozen', version = ${version}, facts = ${JSON.stringify(facts)}::jsonb, manifest = ${manifest},
      manifest_hash = ${manifestHash}, frozen_at = ${at}
    where id = ${id}::uuid and state = 'freezing'
      and (select count(*) from release_file where release_id = ${id}::uuid) = jsonb_array_length(${manifest}::jsonb -> 'files') + 2`
  return frozen > 0
}

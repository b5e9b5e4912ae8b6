/**
 * An owner says under which licence items are that the study has already, or that it is not known any more. Whoever imports says it of
 * what comes in; afterwards nobody but an owner does, with a reason that every release of these items tells, since it decides on what
 * leaves. Frozen releases stay as they are.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { licenceGroups, stateLicence as state, type LicenceGroup } from '@/lib/db/licences'
import { Refusal } from '@/lib/errors'
import { isKnownLicence } from '@/lib/releases/licence-rule'
import { admitAdmin } from './admit-admin'
import { studyFields } from './study-fields'

export const stateLicenceInput = z.strictObject({
  study: z.string(),
  /** Empty: it is not known any more. */
  licence: studyFields.shape.licence,
  reason: z.string().trim().min(1, 'key:required').max(2_000),
  /** Which items: those whose licence is not known, or those that stand under this one as it is written; null: under none. */
  of: z.union([z.strictObject({ known: z.literal(false) }), z.strictObject({ licence: z.string().min(1).max(2_000).nullable() })]),
  /** Of them those of one source, or these alone, by their own ids. */
  source: z.string().min(1).max(2_000).optional(),
  items: z.array(z.string().min(1).max(2_000)).min(1).max(100_000).optional(),
})

export async function stateLicence(viewer: Viewer, { study: slug, licence, reason, of, source, items: ids }: z.output<typeof stateLicenceInput>): Promise<{ items: number }> {
  const study = await asViewer(viewer, (tx) => admitAdmin(tx, viewer, slug))
  if (!viewer.owner) throw new Refusal('invalid', 'licence-is-the-owners')
  if (licence !== null && !isKnownLicence(licence)) throw new Refusal('invalid', 'licence-says-nothing')
  const licences = 'licence' in of ? [of.licence] : (await asViewer(viewer, (tx) => licenceGroups(tx, study.id))).flatMap((group) => (isKnownLicence(group.licence) ? [] : [group.licence]))
  return asSystem({ reason: 'licence-stated', actor: viewer.personId, studyId: study.id }, async (tx, note) => {
    const { statementId, items } = await state(tx, { studyId: study.id, licence, reason, of: { licences, source: source ?? null, ids: ids ?? null } })
    if (items === 0) throw new Refusal('conflict', 'licence-of-nothing')
    note({ detail: { statement: statementId, licence, reason, items, of: 'licence' in of ? of.licence : 'unknown', ...(source === undefined ? {} : { source }) } })
    return { items }
  })
}

export type LicenceShown = LicenceGroup & { isKnown: boolean }

/** How the study's items stand; what is not known comes first. */
export async function listLicences(viewer: Viewer, { study: slug }: { study: string }): Promise<{ licences: LicenceShown[] }> {
  const groups = await asViewer(viewer, async (tx) => licenceGroups(tx, (await admitAdmin(tx, viewer, slug)).id))
  const licences = groups.map((group) => ({ ...group, isKnown: isKnownLicence(group.licence) })).sort((a, b) => Number(a.isKnown) - Number(b.isKnown))
  return { licences }
}

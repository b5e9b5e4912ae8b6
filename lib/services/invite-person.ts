import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { addInvitation, newToken } from '@/lib/db/invitations'
import { Refusal } from '@/lib/errors'
import { admitManager } from './admit-manager'
import { plainLine } from './plain-line'

const dayMs = 24 * 60 * 60 * 1000

export const invitePersonInput = z
  .strictObject({
    email: z.email('key:email').trim().toLowerCase().max(320),
    name: plainLine(200).default(''),
    /** The address of a study, with the roles to hold in it. */
    study: z.string().nullable(),
    roles: z.array(z.enum(['reader', 'adjudicator', 'admin', 'researcher'])).max(4).transform((roles) => [...new Set(roles)]),
    owner: z.boolean().default(false),
    days: z.int().min(1).max(60).default(7),
  })
  .refine(({ study, roles }) => study === null || roles.length > 0, { path: ['roles'], message: 'key:required' })
  .refine(({ study, roles }) => study !== null || roles.length === 0, { path: ['study'], message: 'key:required' })

/**
 * An invitation for one address, accepted once. Only an owner invites owners, or people without a study.
 * @returns the token for the link; it is known here and now only.
 */
export const invitePerson = (viewer: Viewer, input: z.output<typeof invitePersonInput>): Promise<{ token: string; expiresAt: Date }> =>
  asViewer(viewer, async (tx) => {
    if (!viewer.owner && (input.owner || input.study === null)) throw new Refusal('not-found', 'not-found')
    const study = input.study === null ? null : await admitManager(tx, viewer, input.study)
    const token = newToken()
    const expiresAt = new Date(Date.now() + input.days * dayMs)
    const { email, name, roles, owner } = input
    const invitationId = await addInvitation(tx, token, { email, name, roles, owner, studyId: study?.id ?? null, invitedBy: viewer.personId, expiresAt })
    await recordEvent(tx, { kind: 'person-invited', actor: viewer.personId, studyId: study?.id ?? null, itemId: null, detail: { invitationId, email, roles, owner } })
    return { token, expiresAt }
  })

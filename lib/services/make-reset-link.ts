/**
 * A way back for somebody who has lost their password: a link, handed over by whoever made it, since nothing here sends
 * e-mail. Whoever holds it becomes that person, so an admin can make one only for people with no role outside the studies
 * they run, and only owners for owners. From the command line, the installation itself for anyone.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { newToken } from '@/lib/db/invitations'
import { addReset, mayReset } from '@/lib/db/password-resets'
import { personByEmail, personById, type PersonCard } from '@/lib/db/people'
import { countAttempt } from '@/lib/db/rate-limits'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

const linkHours = 24

export const makeResetLinkInput = z.strictObject({ personId: z.uuid() })

export type ResetLink = { email: string; token: string; expiresAt: Date }

/** @returns the token for the link; it is known here and now only. */
export async function makeResetLink(viewer: Viewer, { personId }: z.output<typeof makeResetLinkInput>): Promise<ResetLink> {
  await countAttempt('reset-made', viewer.personId)
  if (personId === viewer.personId) throw new Refusal('conflict', 'reset-yourself')
  // Whom the viewer does not see does not exist for them; whom they see and may not reset, they are told.
  const seen = await asViewer(viewer, (tx) => personById(tx, personId))
  if (!seen) throw new Refusal('not-found', 'not-found')
  return made(viewer.personId, (tx) => personById(tx, personId), seen.email)
}

export const makeResetLinkByEmailInput = z.strictObject({ email: z.email('key:email').trim().toLowerCase() })

/** For the command line; `viewer` null: the installation itself. */
export async function makeResetLinkByEmail(
  viewer: Viewer | null,
  { email }: z.output<typeof makeResetLinkByEmailInput>,
): Promise<ResetLink> {
  if (viewer === null) return made(null, (tx) => personByEmail(tx, email), email)
  const seen = await asViewer(viewer, (tx) => personByEmail(tx, email))
  if (!seen) throw new Refusal('not-found', 'person-unknown', { email })
  return makeResetLink(viewer, { personId: seen.id })
}

const made = (makerId: string | null, find: (tx: Tx) => Promise<PersonCard | null>, wanted: string): Promise<ResetLink> =>
  asSystem({ reason: 'password-reset-made', actor: makerId }, async (tx, note) => {
    const person = await find(tx)
    if (!person) throw new Refusal('not-found', 'person-unknown', { email: wanted })
    if (person.deactivatedAt) throw new Refusal('conflict', 'reset-deactivated')
    if (!(await mayReset(tx, makerId, person.id))) throw new Refusal('conflict', 'reset-by-owner')
    const token = newToken()
    const expiresAt = new Date(Date.now() + linkHours * 3_600_000)
    const resetId = await addReset(tx, token, { personId: person.id, madeBy: makerId, expiresAt })
    note({ detail: { personId: person.id, resetId } })
    return { email: person.email, token, expiresAt }
  })

/**
 * An owner makes an account without an invitation, from the command line: with a password that is shown once, and roles in
 * studies. On an empty installation nobody can be signed in yet, so there the installation itself makes its first owner.
 */
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { recordEvent } from '@/lib/db/audit-events'
import { setPasswordHash } from '@/lib/db/credentials'
import { addMembership } from '@/lib/db/memberships'
import { createPerson, everyone, personByEmail } from '@/lib/db/people'
import { studyBySlug } from '@/lib/db/studies'
import { Refusal } from '@/lib/errors'
import { locales } from '@/lib/locale'
import { hashPassword } from './hash-password'
import { plainLine } from './plain-line'

export const addPersonInput = z.object({
  email: z
    .email('key:invalid')
    .max(254, 'key:invalid')
    .transform((email) => email.trim().toLowerCase()),
  name: plainLine(200).optional(),
  owner: z.boolean().default(false),
  roles: z
    .array(
      z.object({
        study: z.string(),
        role: z.enum(['reader', 'adjudicator', 'admin', 'researcher'], 'key:not-an-option'),
      }),
    )
    .default([]),
  locale: z.enum(locales).optional(),
})

/** `viewer` null: the installation itself, from its command line. */
export async function addPerson(
  viewer: Viewer | null,
  input: z.output<typeof addPersonInput>,
): Promise<{ personId: string; email: string; password: string }> {
  if (viewer && !viewer.owner) throw new Refusal('not-found', 'not-found')
  const { email, owner, roles, locale = null } = input
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  const actor = viewer?.personId ?? null
  return asSystem({ reason: 'person-added', actor }, async (tx, note) => {
    if (!owner && !(await everyone(tx)).some((person) => person.owner))
      throw new Refusal('conflict', 'first-person-is-owner')
    if (await personByEmail(tx, email)) throw new Refusal('conflict', 'email-taken')
    const personId = await createPerson(tx, {
      email,
      name: input.name || email.slice(0, email.indexOf('@')),
      owner,
      locale,
    })
    await setPasswordHash(tx, personId, passwordHash)
    for (const { study: slug, role } of roles) {
      const study = await studyBySlug(tx, slug)
      if (!study) throw new Refusal('not-found', 'study-not-found', { study: slug })
      await addMembership(tx, study.id, personId, role)
      await recordEvent(tx, {
        kind: 'role-given',
        actor,
        studyId: study.id,
        itemId: null,
        detail: { personId, role },
      })
    }
    note({ detail: { person: personId, owner } })
    return { personId, email, password }
  })
}

/** 20 characters of 31 that cannot be mistaken for each other: 99 bits. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const some = (count: number) => Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
  return [some(5), some(5), some(5), some(5)].join('-')
}

import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { revokeTokens } from '@/lib/db/access-tokens'
import { asSystem } from '@/lib/db/as-system'
import { lockActiveOwners, personById, setDeactivated } from '@/lib/db/people'
import { revokeSessions } from '@/lib/db/sessions'
import { workEnded } from '@/lib/db/work-ended'
import { Refusal } from '@/lib/errors'

export const personInput = z.strictObject({ personId: z.uuid() })

/** Shuts a person out, sessions and tokens included. What they had in hand is free at once (trigger); their drafts and what they handed in stay. Never oneself, and so never the last owner. */
export async function deactivatePerson(viewer: Viewer, { personId }: z.output<typeof personInput>): Promise<void> {
  if (!viewer.owner) throw new Refusal('not-found', 'not-found')
  if (personId === viewer.personId) throw new Refusal('conflict', 'not-yourself')
  await asSystem({ reason: 'person-deactivated', actor: viewer.personId }, async (tx, note) => {
    const owners = await lockActiveOwners(tx)
    // Two owners who shut each other out: the second finds that they are none any more.
    if (!owners.includes(viewer.personId)) throw new Refusal('not-found', 'not-found')
    const person = await personById(tx, personId)
    if (!person) throw new Refusal('not-found', 'not-found')
    if (!person.deactivatedAt) await setDeactivated(tx, personId, new Date())
    const sessionsEnded = await revokeSessions(tx, personId, 'all')
    note({ detail: { personId, sessionsEnded, tokensRevoked: await revokeTokens(tx, personId, 'all'), ...(await workEnded(tx)) } })
  })
}

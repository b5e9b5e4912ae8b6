import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { lockActiveOwners, personById, setOwner as keep } from '@/lib/db/people'
import { Refusal } from '@/lib/errors'

export const setOwnerInput = z.strictObject({ personId: z.uuid(), owner: z.boolean() })

/** Makes a person an owner of the installation, or no longer one; by an owner, and never the last one's own doing. */
export async function setOwner(viewer: Viewer, { personId, owner }: z.output<typeof setOwnerInput>): Promise<void> {
  if (!viewer.owner) throw new Refusal('not-found', 'not-found')
  await asSystem({ reason: owner ? 'owner-made' : 'owner-unmade', actor: viewer.personId }, async (tx, note) => {
    const owners = await lockActiveOwners(tx)
    if (!owners.includes(viewer.personId)) throw new Refusal('not-found', 'not-found')
    const person = await personById(tx, personId)
    if (!person || (owner && person.deactivatedAt)) throw new Refusal('not-found', 'not-found')
    if (!owner && owners.every((id) => id === personId)) throw new Refusal('conflict', 'last-owner')
    await keep(tx, personId, owner)
    note({ detail: { personId } })
  })
}

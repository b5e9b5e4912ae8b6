/** A person as they stand now, for work that goes on in their name without a session; null when they are deactivated. */
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { rolesOf } from '@/lib/db/memberships'
import { personById } from '@/lib/db/people'

export const viewerOfPerson = (personId: string): Promise<Viewer | null> =>
  asViewer({ personId }, async (tx) => {
    const person = await personById(tx, personId)
    if (!person || person.deactivatedAt) return null
    return { personId, owner: person.owner, roles: await rolesOf(tx, personId) }
  })

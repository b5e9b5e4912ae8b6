import type { Role, Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { namedMemberships } from '@/lib/db/membership-names'
import { personById } from '@/lib/db/people'
import { conflictsOf, profileOf, type Conflict, type Profile } from '@/lib/db/profiles'
import { openSessions, type OpenSession } from '@/lib/db/sessions'
import { Refusal } from '@/lib/errors'

export type Account = {
  name: string
  email: string
  owner: boolean
  profile: Profile
  conflicts: Conflict[]
  sessions: OpenSession[]
  studies: { name: string; archived: boolean; roles: Role[] }[]
}

/** All that the product keeps about the person who asks, their work apart. */
export const readAccount = (viewer: Viewer): Promise<Account> =>
  asViewer(viewer, async (tx) => {
    const person = await personById(tx, viewer.personId)
    if (!person) throw new Refusal('signed-out', 'signed-out')
    const { name, email, owner } = person
    const studies = await namedMemberships(tx, viewer.personId)
    return {
      name,
      email,
      owner,
      profile: await profileOf(tx, viewer.personId),
      conflicts: await conflictsOf(tx, viewer.personId),
      sessions: await openSessions(tx, viewer.personId),
      studies: studies.map(({ name: study, archived, roles }) => ({ name: study, archived, roles })),
    }
  })

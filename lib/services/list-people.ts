import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { pendingInvitations, type PendingInvitation } from '@/lib/db/invitations'
import { everyone, type PersonRow } from '@/lib/db/people'
import { studyChoices } from '@/lib/db/study-choices'
import { Refusal } from '@/lib/errors'

export type PeopleList = { people: PersonRow[]; invitations: PendingInvitation[]; studies: { slug: string; name: string }[] }

/** Everyone on this installation, open invitations, and the studies one may be invited to; for owners. */
export async function listPeople(viewer: Viewer): Promise<PeopleList> {
  if (!viewer.owner) throw new Refusal('not-found', 'not-found')
  return asViewer(viewer, async (tx) => ({
    people: await everyone(tx),
    invitations: await pendingInvitations(tx, null),
    studies: await studyChoices(tx),
  }))
}

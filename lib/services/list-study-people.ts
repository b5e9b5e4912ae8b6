import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { pendingInvitations, type PendingInvitation } from '@/lib/db/invitations'
import { candidatesFor, membersOf, type Member } from '@/lib/db/memberships'
import { admitManager } from './admit-manager'

export const studyPeopleInput = z.strictObject({ study: z.string() })

export type StudyPeople = {
  members: Member[]
  invitations: PendingInvitation[]
  /** People one may add without an invitation: an admin's colleagues elsewhere, to an owner everyone. */
  candidates: { personId: string; name: string; email: string }[]
}

/** A study's people with their roles and what decides which items they get. Nothing of what they have read. */
export const listStudyPeople = (viewer: Viewer, { study: slug }: z.output<typeof studyPeopleInput>): Promise<StudyPeople> =>
  asViewer(viewer, async (tx) => {
    const study = await admitManager(tx, viewer, slug)
    return {
      members: await membersOf(tx, study.id),
      invitations: await pendingInvitations(tx, study.id),
      candidates: await candidatesFor(tx, study.id),
    }
  })

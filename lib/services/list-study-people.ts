import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { pendingInvitations, type PendingInvitation } from '@/lib/db/invitations'
import { candidatesFor, countMembers, licencesEnding, membersOf, type Member } from '@/lib/db/memberships'
import { admitManager } from './admit-manager'
import { pageNumber, pageWindow, type Pages } from './page-window'

export const studyPeopleInput = z.object({
  study: z.string(),
  /** A part of a name or an address. */
  find: z.string().trim().max(200).catch(''),
  page: pageNumber,
})

const pageSize = 50
/** How long before a licence runs out its study's admins are told. */
const warningDays = 60
const namesShown = 12

export type StudyPeople = Pages & {
  find: string
  total: number
  members: Member[]
  /** Whose licence has expired or soon will: how many, and the first of them by name. */
  licencesEnding: { count: number; names: string[] }
  invitations: PendingInvitation[]
  /** People one may add without an invitation: an admin's colleagues elsewhere, to an owner everyone. */
  candidates: { personId: string; name: string; email: string }[]
}

/** A study's people, a page at a time, with their roles and what decides which items they get. Nothing of what they have read. */
export const listStudyPeople = (
  viewer: Viewer,
  { study: slug, find, page: wanted }: z.output<typeof studyPeopleInput>,
): Promise<StudyPeople> =>
  asViewer(viewer, async (tx) => {
    const study = await admitManager(tx, viewer, slug)
    const total = await countMembers(tx, study.id, find)
    const { page, pages, ...window } = pageWindow(wanted, pageSize, total)
    const ending = await licencesEnding(tx, study.id, warningDays)
    return {
      page,
      pages,
      find,
      total,
      members: await membersOf(tx, study.id, { find, ...window }),
      licencesEnding: { count: ending.length, names: ending.slice(0, namesShown).map(({ name }) => name) },
      invitations: await pendingInvitations(tx, study.id),
      candidates: await candidatesFor(tx, study.id),
    }
  })

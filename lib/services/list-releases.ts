/** Releases as lists: a study's with its drafts for its admins, and everything frozen that a person may know of. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { jobsOf, type JobRow } from '@/lib/db/jobs'
import { itemsClosedIn } from '@/lib/db/release-sizes'
import { releaseHeads, type ReleaseHead } from '@/lib/db/releases'
import { documentsWording } from '@/lib/releases/wording'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'
import { writingOf, writtenOtherwise } from './release-writing'

export type ReleaseListed = Omit<ReleaseHead, 'studyId' | 'previousId' | 'wording' | 'writing'>
export type StudyReleases = {
  /** `isWordedEarlier`: its documents are as an earlier version of the product wrote them; `isWrittenEarlier`: so are files of a format. */
  releases: (ReleaseListed & { isWordedEarlier: boolean; isWrittenEarlier: boolean; job: Pick<JobRow, 'id' | 'kind' | 'state' | 'failure'> | null })[]
  /** Items that have a verdict or could be looked at for one. */
  closed: number
}

const listed = ({ id, version, title, state, public: isPublic, createdAt, frozenAt, signature, items, bytes, study }: ReleaseHead): ReleaseListed => ({
  id,
  version,
  title,
  state,
  public: isPublic,
  createdAt,
  frozenAt,
  signature,
  items,
  bytes,
  study,
})

export const listStudyReleasesInput = z.object({ study: z.string() })

export const listStudyReleases = (viewer: Viewer, { study: slug }: z.output<typeof listStudyReleasesInput>): Promise<StudyReleases> =>
  asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const jobs = await jobsOf(tx, { studyId: study.id, subjectId: null, limit: 500 })
    const jobOf = (id: string) => {
      const job = jobs.find(({ subjectId }) => subjectId === id)
      return job ? { id: job.id, kind: job.kind, state: job.state, failure: job.failure } : null
    }
    const { formats, readingFormats } = taskOf(study.task)
    const today = writingOf({ formats, readingFormats }, { formats: formats.map(({ code }) => code), readers: 'pseudonyms' })
    const isWrittenEarlier = ({ writing }: ReleaseHead) => writing !== null && Object.keys(writing).some(writtenOtherwise(writing, today))
    return {
      releases: (await releaseHeads(tx, study.id)).map((head) => ({
        ...listed(head),
        isWordedEarlier: head.wording !== documentsWording,
        isWrittenEarlier: isWrittenEarlier(head),
        job: jobOf(head.id),
      })),
      closed: await itemsClosedIn(tx, study.id),
    }
  })

export const listReleases = (viewer: Viewer): Promise<ReleaseListed[]> =>
  asViewer(viewer, async (tx) => (await releaseHeads(tx, null)).filter(({ state }) => state === 'frozen').map(listed))

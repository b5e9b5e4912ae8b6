/** A study as its admins see it: its head for every page, its settings with what may still be changed, and the list of all. */
import { z } from 'zod'
import { studiesAs, type Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { studyNames, studySummaries, submissionsIn, type StudyRow, type StudySummary } from '@/lib/db/studies'
import { admitAdmin } from './admit-admin'

export const studyInput = z.object({ study: z.string() })
type Input = z.output<typeof studyInput>

export const readStudy = (viewer: Viewer, { study }: Input): Promise<StudyRow> =>
  asViewer(viewer, (tx) => admitAdmin(tx, viewer, study))

/** `submissions`: readings handed in so far; above none, the task's settings are frozen (see change-study). */
export const readStudySettings = (viewer: Viewer, { study: slug }: Input): Promise<{ study: StudyRow; submissions: number }> =>
  asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    return { study, submissions: await submissionsIn(tx, study.id) }
  })

/** The studies that the viewer administers; to an owner also the names of all others, which they cannot open. */
export const listStudies = (viewer: Viewer): Promise<{ studies: StudySummary[]; others: { id: string; name: string }[] }> =>
  asViewer(viewer, async (tx) => {
    const mine = studiesAs(viewer, 'admin')
    const studies = mine.length ? await studySummaries(tx, mine) : []
    const all = viewer.owner ? await studyNames(tx) : []
    return { studies, others: all.filter(({ id }) => !mine.includes(id)).map(({ id, name }) => ({ id, name })) }
  })

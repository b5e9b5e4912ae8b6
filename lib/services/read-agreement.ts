/**
 * How far the readers of a study agree, as it was last counted, for the study's admins. Where its readings have moved on since, or
 * nobody has counted yet, a job is begun that counts again (count-agreement.ts), one a study at a time; until it is done, the
 * figures from before are shown with their time.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { jobAtWork } from '@/lib/db/jobs'
import { agreementKept, agreementStamp, lockAgreement } from '@/lib/db/kept-agreement'
import type { Tx } from '@/lib/db/transaction'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import type { StudyAgreement } from '@/lib/tasks/study-agreement'
import { admitAdmin } from './admit-admin'
import { startJob } from './start-job'
import { studyAxes } from './study-axes'

export const readAgreementInput = z.object({ study: z.string() })

/** `kept`: null before the first time. `jobId`: of the job that counts again; null where what is kept is how it is now. */
export type AgreementFound = { kept: (StudyAgreement & { computedAt: Date; axes: NamedAxis[] }) | null; jobId: string | null }

export const readAgreement = (viewer: Viewer, { study: slug }: z.output<typeof readAgreementInput>): Promise<AgreementFound> =>
  asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const kept = await agreementKept(tx, study.id)
    const isCurrent = kept !== null && kept.stamp === (await agreementStamp(tx, study.id))
    return { kept: kept && { ...kept.found, computedAt: kept.computedAt, axes: await studyAxes(tx, study) }, jobId: isCurrent ? null : await renewal(tx, viewer, study.id) }
  })

async function renewal(tx: Tx, viewer: Viewer, studyId: string): Promise<string> {
  await lockAgreement(tx, studyId)
  const atWork = await jobAtWork(tx, studyId)
  return atWork ? atWork.id : (await startJob(tx, viewer, { kind: 'agreement', studyId, subjectId: studyId, input: {} })).jobId
}

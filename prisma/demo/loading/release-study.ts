/** Freezes a study's release through the product's own services, in its admin's name; systems are handed in on it and scored. */
import { changeRelease, draftRelease } from '@/lib/services/compose-draft'
import { freezeRelease } from '@/lib/services/freeze-release'
import { workOutPreview } from '@/lib/services/preview-release'
import { readDraft } from '@/lib/services/read-draft'
import { runJobNow } from '@/lib/services/run-job-now'
import { submitPredictions, submitPredictionsInput } from '@/lib/services/submit-predictions'
import { viewerOfPerson } from '@/lib/services/viewer-of-person'
import type { PlayedStudy, PlayedSubmission } from '../played'
import type { DemoRelease } from '../types'

export async function releaseStudy(
  { by, title, meaning, notes, public: isPublic, recipe }: DemoRelease,
  { key: slug, submissions = [] }: Pick<PlayedStudy, 'key' | 'submissions'>,
  personIds: Map<string, string>,
): Promise<void> {
  const admin = await viewerOfPerson(personIds.get(by)!)
  if (!admin) throw new Error(`${by} is nobody`)
  const { releaseId } = await draftRelease(admin, { study: slug, title })
  const draft = await readDraft(admin, { releaseId })
  await changeRelease(admin, { releaseId, title, notes, public: isPublic, recipe: { ...draft.recipe, ...recipe } })
  const { jobId } = await freezeRelease(admin, { releaseId, proof: '', meaning, print: await workOutPreview(admin, releaseId) }, 'demo-world')
  await runJobNow(admin, jobId)
  for (const submission of submissions) await handIn(releaseId, submission, personIds)
}

async function handIn(releaseId: string, { by, system, description, predictions }: PlayedSubmission, personIds: Map<string, string>): Promise<void> {
  const researcher = await viewerOfPerson(personIds.get(by)!)
  if (!researcher) throw new Error(`${by} is nobody`)
  const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`)
  const taken = await submitPredictions(researcher, submitPredictionsInput.parse({ releaseId, split: 'test', system, description }), bytesOf(lines))
  if ('problems' in taken) throw new Error(`${system}: ${JSON.stringify(taken.problems)}`)
  if (taken.jobId) await runJobNow(researcher, taken.jobId)
}

async function* bytesOf(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield Buffer.from(line)
}

/**
 * What freezing a draft would release, without writing any of it: every number that the card would show. `countRelease` is
 * quick and serves the form as it is filled in; `previewRelease` looks at every text and keeps what it found with the draft.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { asViewerStreaming } from '@/lib/db/as-viewer-streaming'
import { recordId, recordParts, recordQuery } from '@/lib/db/release-candidates'
import { itemsClosedIn } from '@/lib/db/release-sizes'
import { keepPreview } from '@/lib/db/releases'
import { personById } from '@/lib/db/people'
import { Refusal } from '@/lib/errors'
import { fieldsOf, valuesOf } from '@/lib/releases/candidate'
import type { LeftOutReason } from '@/lib/releases/choice'
import { counted } from '@/lib/releases/counted'
import { factsOf } from '@/lib/releases/facts-of'
import { recipeSchema } from '@/lib/releases/recipe'
import { admitComposer, refuseUnlessDraft } from './admit-composer'
import { choiceOfDraft } from './choice-of-draft'
import { composeRelease } from './compose-release'
import { releaseAgreement } from './release-agreement'
import { groundworkOf } from './release-facts'
import type { releaseInput } from './release-fields'
import { compositionPrint } from './composition-print'
import { previewOf, signedPrint } from './kept-preview'
import { startJob } from './start-job'
import { stateBlinding } from './state-blinding'
import type { JobHandler } from './job-handler'

/** Above so many closed items the preview is the worker's. */
const mostAtOnce = 2_000

export const countReleaseInput = z.object({ releaseId: z.uuid(), recipe: recipeSchema })

export type ReleaseCounts = {
  items: number
  leftOut: { reason: LeftOutReason; items: number }[]
  /** The first of those that stay out because nobody knows their licence, by their own ids. */
  unlicensed: string[]
  /** What the kept ones are, for the field of the balance rule and the strata. */
  fields: { field: string; values: { value: string; items: number }[] }[]
}

/** More values, and more ids, than a form can show. */
const mostValues = 30
const mostIds = 12

export async function countRelease(
  viewer: Viewer,
  { releaseId, recipe }: z.output<typeof countReleaseInput>,
): Promise<ReleaseCounts> {
  const { candidates, kept, leftOut } = await choiceOfDraft(viewer, releaseId, recipe)
  return {
    items: kept.length,
    leftOut: counted(leftOut.map(({ reason }) => reason)).map(({ value, items }) => ({ reason: value, items })),
    unlicensed: leftOut.flatMap(({ id, reason }) => (reason === 'unknown-licence' ? [id] : [])).slice(0, mostIds),
    fields: fieldsOf(candidates).map((field) => ({
      field,
      values: counted(kept.flatMap((item) => valuesOf(item, field))).slice(0, mostValues),
    })),
  }
}

/** `jobId`: the study is so large that a worker does it; the page shows how far it is. */
export async function previewRelease(viewer: Viewer, { releaseId }: z.output<typeof releaseInput>): Promise<{ jobId: string | null }> {
  const { study, closed } = await asViewer(viewer, async (tx) => {
    const { release, study } = await admitComposer(tx, viewer, releaseId)
    refuseUnlessDraft(release)
    return { study, closed: await itemsClosedIn(tx, study.id) }
  })
  if (closed > mostAtOnce)
    return asViewer(viewer, (tx) => startJob(tx, viewer, { kind: 'preview', studyId: study.id, subjectId: releaseId, input: {} }))
  await workOutPreview(viewer, releaseId)
  return { jobId: null }
}

export const previewJob: JobHandler = {
  async run(viewer, job, { progress }) {
    await workOutPreview(viewer, job.subjectId, progress)
  },
}

/** By a job, by a request for a small study, and by the command line. @returns the print of what it found, under its title and for whom, which whoever freezes it signs. */
export async function workOutPreview(
  viewer: Viewer,
  releaseId: string,
  onProgress: (phase: 'gathering' | 'matching' | 'splitting', done: number, total: number) => Promise<void> = async () => {},
): Promise<string> {
  const { release, study, composing, context } = await asViewer(viewer, async (tx) => {
    const { release, study } = await admitComposer(tx, viewer, releaseId)
    refuseUnlessDraft(release)
    const person = await personById(tx, viewer.personId)
    return { release, study, ...(await groundworkOf(tx, { release, study }, { date: null, signer: person?.name ?? '' })) }
  })
  const read = (query: string) => asViewerStreaming(viewer, query)
  const begun = () => releaseAgreement(composing.task, study.settings, composing.forms)
  let agreement = begun()
  const composition = await composeRelease(viewer, { ...composing, read, onProgress, onRecord: agreement.add })
  // Known only when all had passed by: their readings are counted in nothing.
  if (composition.leftOut.some(({ reason }) => reason === 'straddles')) {
    agreement = begun()
    const kept = new Set(composition.kept.map(({ id }) => id))
    for await (const rows of read(recordQuery(study.id, null))) for (const row of rows) if (kept.has(recordId(row))) agreement.add(recordParts(row))
  }
  const itemIds = composition.kept.map(({ itemId }) => itemId)
  const { statement } = await stateBlinding(viewer, study.id, itemIds, { proved: false })
  const facts = factsOf(composition, { ...context, agreement: agreement.facts(), files: [], blinding: statement })
  const found = compositionPrint(composition)
  // Changed meanwhile, it is no preview of what stands there.
  if (!(await asViewer(viewer, (tx) => keepPreview(tx, releaseId, release.recipe, previewOf(facts, release.recipe, found))))) throw new Refusal('conflict', 'release-changed-meanwhile')
  return signedPrint(release, found)
}

/**
 * What a system is given to work on: the items of a split without anything that a verdict says, as JSON Lines. Of a hidden
 * split this is all that anyone may have without a grant; it is made from the records by the task, never by leaving out.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asSystemStreaming } from '@/lib/db/as-system-streaming'
import { asViewer } from '@/lib/db/as-viewer'
import { inputsQuery, recordIn } from '@/lib/db/contests'
import { admitContestant } from './admit-contestant'
import { exportLines, type Download } from './export-lines'

export const exportInputsInput = z.object({ releaseId: z.uuid(), split: z.string().max(40) })

export async function exportInputs(viewer: Viewer, { releaseId, split }: z.output<typeof exportInputsInput>): Promise<Download> {
  const contest = await asViewer(viewer, (tx) => admitContestant(tx, releaseId, split))
  const use = { reason: 'release-downloaded', actor: viewer.personId } as const
  await asSystem({ ...use, studyId: contest.studyId }, async (_, note) => note({ detail: { release: releaseId, split, inputs: contest.items } }))
  const lines = exportLines(asSystemStreaming(use, inputsQuery(releaseId, split)), ([record]) => contest.evaluation.input(recordIn(record)))
  return { fileName: `${contest.studySlug}-${contest.version}-${split}-inputs.jsonl`, lines }
}

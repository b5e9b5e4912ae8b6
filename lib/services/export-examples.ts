/**
 * A study's example pool as few-shot JSON Lines, of one round or of all: what physicians wrote or corrected. It is a download of
 * verdicts and stands on record as one, before the first line leaves.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { asViewerStreaming } from '@/lib/db/as-viewer-streaming'
import { recordEvent } from '@/lib/db/audit-events'
import { countExamples, exampleCells, exampleQuery } from '@/lib/db/example-rows'
import { Refusal } from '@/lib/errors'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'
import { downloadName, exportLines, type Download } from './export-lines'

export const exportExamplesInput = z.object({ study: z.string(), round: z.uuid().optional() })

export async function exportExamples(viewer: Viewer, { study: slug, round }: z.output<typeof exportExamplesInput>): Promise<Download> {
  const study = await asViewer(viewer, async (tx) => {
    const found = await admitAdmin(tx, viewer, slug)
    const { draftReview } = taskOf(found.task)
    if (!draftReview) throw new Refusal('not-found', 'not-found')
    const { byRound, all } = await countExamples(tx, found.id)
    const verdicts = round === undefined ? all : (byRound.get(round) ?? 0)
    await recordEvent(tx, { kind: 'verdicts-exported', actor: viewer.personId, studyId: found.id, itemId: null, detail: { verdicts, as: 'examples' } })
    return { ...found, draftReview }
  })
  const lines = exportLines(asViewerStreaming(viewer, exampleQuery(study.id, round ?? null)), (row) => {
    const { id, content, answer } = exampleCells(row)
    return study.draftReview.example(id, content, answer)
  })
  return { fileName: downloadName(study.slug, 'examples', new Date()), lines }
}

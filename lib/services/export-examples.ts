/**
 * A study's example pool as few-shot JSON Lines, of one round or of all: instructions with the rubrics that physicians wrote or
 * corrected. It is a download of verdicts and stands on record as one, before the first line leaves.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { asViewerStreaming } from '@/lib/db/as-viewer-streaming'
import { recordEvent } from '@/lib/db/audit-events'
import { countExamples, exampleCells, exampleQuery } from '@/lib/db/example-rows'
import { Refusal } from '@/lib/errors'
import { exampleRow } from '@/lib/tasks/rubric-authoring/formats/example-row'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import type { Judgment } from '@/lib/tasks/rubric-authoring/judgment'
import { admitAdmin } from './admit-admin'
import { downloadName, exportLines, type Download } from './export-lines'

export const exportExamplesInput = z.object({ study: z.string(), round: z.uuid().optional() })

export async function exportExamples(viewer: Viewer, { study: slug, round }: z.output<typeof exportExamplesInput>): Promise<Download> {
  const study = await asViewer(viewer, async (tx) => {
    const found = await admitAdmin(tx, viewer, slug)
    if (found.task !== 'rubric-authoring') throw new Refusal('not-found', 'not-found')
    const counts = (await countExamples(tx, found.id)).filter(({ batchId }) => round === undefined || batchId === round)
    const verdicts = counts.reduce((sum, { examples }) => sum + examples, 0)
    await recordEvent(tx, { kind: 'verdicts-exported', actor: viewer.personId, studyId: found.id, itemId: null, detail: { verdicts, as: 'examples' } })
    return found
  })
  const lines = exportLines(asViewerStreaming(viewer, exampleQuery(study.id, round ?? null)), (row) => {
    const { id, content, answer } = exampleCells(row)
    // Both were held against the task's schemas before they were stored.
    const [{ prompt, draft }, { criteria, reasons }] = [content as Content, answer as Judgment]
    return exampleRow({ id, prompt, draft: draft?.criteria ?? null, criteria, reasons })
  })
  return { fileName: downloadName(study.slug, 'examples', new Date()), lines }
}

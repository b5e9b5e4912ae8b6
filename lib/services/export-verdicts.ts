/**
 * The verdicts of a study as native JSON Lines, streamed: every closed item that has one, by consensus or adjudication.
 * Holds no person, no pseudonym, no time and nothing sealed. That it was asked for is on record before the first line leaves.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { asViewerStreaming } from '@/lib/db/as-viewer-streaming'
import { recordEvent } from '@/lib/db/audit-events'
import { exportCounts, exportedVerdict, verdictQuery, type ExportCounts } from '@/lib/db/exported-rows'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'
import { downloadName, exportLines, type Download } from './export-lines'
import { parsedForms } from './parsed-forms'

export const exportInput = z.object({ study: z.string() })
type Input = z.output<typeof exportInput>

export async function exportVerdicts(viewer: Viewer, { study: slug }: Input): Promise<Download> {
  const study = await asViewer(viewer, async (tx) => {
    const found = await admitAdmin(tx, viewer, slug)
    const { verdicts } = await exportCounts(tx, found.id)
    await recordEvent(tx, {
      kind: 'verdicts-exported',
      actor: viewer.personId,
      studyId: found.id,
      itemId: null,
      detail: { verdicts },
    })
    const task = taskOf(found.task)
    return { ...found, task, forms: await parsedForms(tx, found.id, task) }
  })
  const lines = exportLines(asViewerStreaming(viewer, verdictQuery(study.id)), (row) => {
    const { item, content, verdict, answer } = exportedVerdict(row)
    return study.task.verdictRecord(item, content, verdict, answer, study.forms.get(verdict.protocol))
  })
  return { fileName: downloadName(study.slug, 'verdicts', new Date()), lines }
}

/** What the downloads would hold, for the page that offers them. */
export const readDownloads = (viewer: Viewer, { study }: Input): Promise<ExportCounts> =>
  asViewer(viewer, async (tx) => exportCounts(tx, (await admitAdmin(tx, viewer, study)).id))

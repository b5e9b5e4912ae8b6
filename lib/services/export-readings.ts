/**
 * The readings of closed items by pseudonym, as JSON Lines, streamed. A person's pseudonym is the same throughout the study
 * and another in the next; nothing here can be turned back into a name, an account, a time or an order of arrival.
 */
import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asSystemStreaming } from '@/lib/db/as-system-streaming'
import { asViewer } from '@/lib/db/as-viewer'
import { exportCounts, exportedReading, readingQuery } from '@/lib/db/exported-rows'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'
import { downloadName, exportLines, type Download } from './export-lines'
import type { exportInput } from './export-verdicts'

export async function exportReadings(viewer: Viewer, { study: slug }: z.output<typeof exportInput>): Promise<Download> {
  const study = await asViewer(viewer, (tx) => admitAdmin(tx, viewer, slug))
  await asSystem({ reason: 'readings-exported', actor: viewer.personId, studyId: study.id }, async (tx, note) => {
    note({ detail: { readings: (await exportCounts(tx, study.id)).readings } })
  })
  const task = taskOf(study.task)
  const use = { reason: 'readings-exported', actor: viewer.personId } as const
  const lines = exportLines(asSystemStreaming(use, readingQuery(study.id)), (row) => {
    const { item, reading, answer } = exportedReading(row)
    return task.readingRecord(item, reading, answer)
  })
  return { fileName: downloadName(study.slug, 'readings', new Date()), lines }
}

/**
 * The readings of closed items by pseudonym, as JSON Lines, streamed. A person's pseudonym is the same throughout the study
 * and another in the next; nothing here can be turned back into a name, an account, a time or an order of arrival.
 */
import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asSystemStreaming } from '@/lib/db/as-system-streaming'
import { asViewer } from '@/lib/db/as-viewer'
import { exportCounts, exportedReadings, readingsQuery, type ExportedReading, type ExportedReadings } from '@/lib/db/exported-rows'
import { taskOf } from '@/lib/tasks/registry'
import { standingReadings } from '@/lib/tasks/still-said'
import type { Task } from '@/lib/tasks/task'
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
  const items = asSystemStreaming(use, readingsQuery(study.id, { withContent: task.stillSaid !== null }))
  const records = async function* () {
    for await (const rows of items) yield rows.flatMap((row) => recordsOf(task, exportedReadings(row)))
  }
  return { fileName: downloadName(study.slug, 'readings', new Date()), lines: exportLines(records(), (record) => record) }
}

/** Those of earlier rounds, each with its number, say what nobody was asked again since; nobody says anything of what the item no longer asks. */
function recordsOf(task: Task, { item, content, ...readings }: ExportedReadings): object[] {
  const { present, before } = standingReadings(task, content, readings)
  const recordOf = ({ reader, seat, revision, protocol, activeMs, answer }: ExportedReading) => task.readingRecord(item, { reader, seat, revision, protocol, activeMs }, answer)
  return [...before.map((reading) => ({ round: reading.round, ...recordOf(reading) })), ...present.map(recordOf)]
}

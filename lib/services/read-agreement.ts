/**
 * How far the readers of a study agree: by axis, specialty, pair and criterion, from the readings of closed items. Read item by
 * item and kept as counts, so that it takes as much memory for a thousand readings as for a hundred thousand. Readers go by the
 * study's pseudonyms, and an item that is still open is no part of it: who said what of it cannot be told from any number here.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { agreementQuery, readItemIn } from '@/lib/db/agreement-rows'
import { asViewer } from '@/lib/db/as-viewer'
import { asViewerStreaming } from '@/lib/db/as-viewer-streaming'
import { protocolForms } from '@/lib/db/protocols'
import type { Measure } from '@/lib/releases/agreement-facts'
import { agreementBy, type AgreementGroup } from '@/lib/tasks/agreement-by'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'

export const readAgreementInput = z.object({ study: z.string() })

export type StudyAgreement = {
  task: string
  items: number
  readings: number
  /** What releases of the study state too. */
  measures: Measure[]
  groups: AgreementGroup[]
}

/** Whether the viewer may look at all. */
export const admitAgreement = (viewer: Viewer, { study }: z.output<typeof readAgreementInput>): Promise<unknown> => asViewer(viewer, (tx) => admitAdmin(tx, viewer, study))

const resampling = { seed: 1, resamples: 200 } as const

export async function readAgreement(viewer: Viewer, { study: slug }: z.output<typeof readAgreementInput>): Promise<StudyAgreement> {
  const { study, forms } = await asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    return { study, forms: await protocolForms(tx, study.id) }
  })
  const task = taskOf(study.task)
  const by = agreementBy(task.rated, resampling)
  const overall = task.agreement(study.settings, resampling)
  let [items, readings] = [0, 0]
  for await (const rows of asViewerStreaming(viewer, agreementQuery(study.id)))
    for (const row of rows) {
      const { content, specialty, readings: given } = readItemIn(row)
      const read = { content, specialty, readings: given.map(({ protocol, ...reading }) => ({ ...reading, form: forms.get(protocol) })) }
      if (read.readings.length === 0) continue
      items += 1
      readings += read.readings.length
      by.add(read)
      overall.add(read.readings, read)
    }
  return { task: study.task, items, readings, measures: items === 0 ? [] : overall.measures(), groups: items === 0 ? [] : by.groups() }
}

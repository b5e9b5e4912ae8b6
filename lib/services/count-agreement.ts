/**
 * What a job of the kind 'agreement' does: how far the readers of a study agree, by axis, specialty, pair and criterion, from the
 * readings of closed items. Read item by item and kept as counts, so that it takes as much memory for a thousand readings as for a
 * hundred thousand. Readers go by the study's pseudonyms, and an item that is still open is no part of it: who said what of it
 * cannot be told from any number here.
 */
import { holdsRole } from '@/lib/blinding/viewer'
import { agreementQuery, readItemIn } from '@/lib/db/agreement-rows'
import { asViewer } from '@/lib/db/as-viewer'
import { asViewerStreaming } from '@/lib/db/as-viewer-streaming'
import { agreementStamp, keepAgreement } from '@/lib/db/kept-agreement'
import { itemsClosedIn } from '@/lib/db/release-sizes'
import { studyById } from '@/lib/db/studies'
import { Refusal } from '@/lib/errors'
import { agreementBy } from '@/lib/tasks/agreement-by'
import { taskOf } from '@/lib/tasks/registry'
import { standingReadings } from '@/lib/tasks/still-said'
import type { StudyAgreement } from '@/lib/tasks/study-agreement'
import { inSlices } from './in-slices'
import type { JobHandler } from './job-handler'
import { parsedForms } from './parsed-forms'

const resampling = { seed: 1, resamples: 200 } as const

export const countAgreement: JobHandler = {
  async run(viewer, { studyId }, context) {
    // Before the readings: what comes in meanwhile is found to be missing, and counted the next time.
    const { study, forms, stamp, total } = await asViewer(viewer, async (tx) => {
      const found = await studyById(tx, studyId)
      const known = await agreementStamp(tx, studyId)
      if (!found || known === null || !holdsRole(viewer, studyId, 'admin')) throw new Refusal('not-found', 'not-found')
      return { study: found, forms: await parsedForms(tx, studyId, taskOf(found.task)), stamp: known, total: await itemsClosedIn(tx, studyId) }
    })
    const task = taskOf(study.task)
    const by = agreementBy(task.rated, resampling)
    const overall = task.agreement(study.settings, resampling)
    const found: StudyAgreement = { items: 0, readings: 0, measures: [], groups: [] }
    for await (const rows of asViewerStreaming(viewer, agreementQuery(studyId))) {
      for (const row of rows) {
        const { content, specialty, readings, before } = readItemIn(row)
        const standing = standingReadings(task, content, { present: readings, before })
        const said = [...standing.present, ...standing.before]
        const read = { content, specialty, readings: said.map(({ rater, answer, protocol }) => ({ rater, answer, form: forms.get(protocol) })) }
        if (read.readings.length === 0) continue
        found.items += 1
        found.readings += read.readings.length
        by.add(read)
        overall.add(read.readings, read)
      }
      await context.progress('counting', found.items, total)
    }
    if (found.items > 0) {
      const onSlice = (share: number) => context.progress('measuring', Math.round(share * 100), 100)
      await onSlice(0)
      found.groups = await inSlices(by.inSteps(), onSlice)
      found.measures = overall.measures()
      found.criteria = by.criteria()
    }
    await asViewer(viewer, async (tx) => {
      await keepAgreement(tx, studyId, { stamp, found })
      await context.finish(tx)
    })
  },
}

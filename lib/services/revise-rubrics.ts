/**
 * Later versions of items' rubrics. What nobody has judged is judged by the new version. Of what was decided, exactly the criteria
 * that are new or say otherwise are asked again in a new round; all other labels of the verdict stand, through as many versions as leave
 * them. What weighs or counts otherwise is not asked again: scores follow from the labels. What somebody is at work on is left alone
 * and named.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvents } from '@/lib/db/audit-events'
import { nextBatch, startNextRound } from '@/lib/db/reopenings'
import { freeSeatsNobodyIsAt, itemsToRevise, setContents, type Revisable } from '@/lib/db/rubric-revisions'
import { Refusal } from '@/lib/errors'
import type { ItemRevision, RevisedItem } from '@/lib/tasks/item-revision'
import { taskOf } from '@/lib/tasks/registry'
import { incomingRubric, type ItemRubric } from '@/lib/tasks/rubric/rubric-schema'
import { moved } from '@/lib/workflow/moves'
import { admitAdmin } from './admit-admin'
import { batchName } from './batch-fields'

export const reviseRubricsInput = z.object({
  study: z.string(),
  /** By the items' own ids. */
  rubrics: z.array(z.object({ id: z.string().min(1).max(2_000), rubric: incomingRubric })).min(1, 'key:required').max(1_000, 'key:invalid'),
  reason: z.string().trim().min(1, 'key:required').max(2_000),
  /** Name of the batch that the new round is read in. */
  batch: batchName,
  /** Say what would happen, and change nothing. */
  dryRun: z.boolean().default(false),
})

export type RubricsRevised = {
  /** Judged by the new version from the beginning. */
  replaced: number
  /** Decided, and asked again. */
  reopened: number
  /** Criteria whose labels stand no longer or never were, of what was decided once. */
  criteria: number
  /** Decided, and nothing that was decided is touched. */
  untouched: number
  /** Not a later version than the item has. */
  notLater: string[]
  busy: string[]
  unknown: string[]
}

type Planned = RevisedItem<unknown> & { item: Revisable }

export async function reviseRubrics(viewer: Viewer, input: z.output<typeof reviseRubricsInput>): Promise<RubricsRevised> {
  const study = await asViewer(viewer, (tx) => admitAdmin(tx, viewer, input.study))
  const { revision } = taskOf(study.task)
  if (!revision) throw new Refusal('not-found', 'not-found')
  const rubrics = new Map(input.rubrics.map(({ id, rubric }) => [id, rubric]))
  return asSystem({ reason: 'rubric-revised', actor: viewer.personId, studyId: study.id }, async (tx, note) => {
    const items = await itemsToRevise(tx, study.id, [...rubrics.keys()])
    const { planned, notLater, busy } = planOf(items, rubrics, revision)
    const again = planned.filter((one) => one.again)
    const known = new Set(items.map(({ externalId }) => externalId))
    const result = {
      replaced: planned.filter(({ item }) => item.stage !== 'closed').length,
      reopened: again.length,
      criteria: planned.reduce((sum, { decided, affected }) => sum + (decided ? affected.length : 0), 0),
      untouched: planned.filter(({ item, again: asked }) => item.stage === 'closed' && !asked).length,
      notLater,
      busy,
      unknown: [...rubrics.keys()].filter((id) => !known.has(id)),
    }
    if (input.dryRun || planned.length === 0) {
      note({ detail: { dryRun: true, items: planned.length } })
      return result
    }
    await freeSeatsNobodyIsAt(tx, planned.map(({ item }) => item.id))
    await setContents(tx, planned.map(({ item, content }) => ({ id: item.id, content })))
    for (const { item } of again) moved(item.stage, 'returned-to-readers', 'admin', input.reason)
    const ids = again.map(({ item }) => item.id)
    if (ids.length > 0) {
      const batch = { id: randomUUID(), studyId: study.id, name: input.batch }
      await nextBatch(tx, batch, ids)
      await startNextRound(tx, batch.id, ids)
    }
    const detail = { reason: input.reason, items: planned.length, reopened: ids.length, ...(ids.length > 0 ? { batch: input.batch } : {}) }
    const [first, ...others] = planned.map(({ item }) => item.id)
    note({ itemId: first!, detail })
    await recordEvents(tx, others, { kind: 'rubric-revised', actor: viewer.personId, studyId: study.id, detail })
    return result
  })
}

function planOf(items: readonly Revisable[], rubrics: ReadonlyMap<string, ItemRubric>, revision: ItemRevision<unknown, unknown>): { planned: Planned[]; notLater: string[]; busy: string[] } {
  const [planned, notLater, busy]: [Planned[], string[], string[]] = [[], [], []]
  for (const item of items) {
    const closed = item.stage === 'closed'
    const revised = revision(item.content, rubrics.get(item.externalId)!, { closed, answer: item.answer })
    if (revised === null) notLater.push(item.externalId)
    else if (item.stage === 'withdrawn' || (!closed && item.begun)) busy.push(item.externalId)
    else planned.push({ ...revised, item })
  }
  return { planned, notLater, busy }
}

/**
 * One item's history for the study's admins. While it is open: the text, how many have read it, questions, verdicts of
 * earlier rounds and events, with no name and no judgment; of an item that they judge themselves, the text alone. Once it is closed, or unsealed by this very admin: everything.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import {
  baredSeal,
  declinesOf,
  earlierSeals,
  formsOf,
  itemHead,
  unsealingsOf,
  verdictVersions,
} from '@/lib/db/item-histories'
import { eventsOf } from '@/lib/db/study-events'
import { threadsOf } from '@/lib/db/study-threads'
import { Refusal } from '@/lib/errors'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'
import { readingsOfItem } from './readings-of-item'
import { studyAxes } from './study-axes'

export const readItemInput = z.object({ study: z.string(), itemId: z.uuid() })

const mostEvents = 200
const mostThreads = 50

export async function readItem(viewer: Viewer, { study: slug, itemId }: z.output<typeof readItemInput>) {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const item = await itemHead(tx, study.id, itemId)
    if (!item) throw new Refusal('not-found', 'not-found')
    const task = taskOf(study.task)
    const verdicts = (await verdictVersions(tx, itemId)).map(({ rubric, ...verdict }) => ({
      ...verdict,
      content: task.asGiven?.(item.content, rubric, null) ?? item.content,
      underRubric: rubric?.version ?? null,
    }))
    const readings = item.bared ? await readingsOfItem(tx, task, item) : []
    const numbers = [...verdicts, ...readings.flatMap(({ revisions }) => revisions)].map(({ protocol }) => protocol)
    const window = { kinds: [], from: null, to: null, zone: 'UTC', itemId, before: null, limit: mostEvents }
    return {
      study: { slug: study.slug, name: study.name, task: study.task },
      item,
      axes: await studyAxes(tx, study),
      verdicts,
      readings,
      seal: item.bared ? await baredSeal(tx, itemId) : null,
      earlierSeals: await earlierSeals(tx, itemId),
      forms: await formsOf(tx, study.id, [...new Set(numbers)]),
      declines: await declinesOf(tx, itemId),
      unsealings: await unsealingsOf(tx, itemId),
      threads: await threadsOf(tx, study.id, { itemId, limit: mostThreads }),
      events: await eventsOf(tx, study.id, window),
    }
  })
}

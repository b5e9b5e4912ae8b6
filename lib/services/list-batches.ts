/** A study's batches with how far each is and when it may be done, and who could be in a pool. Names nobody who read. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { batchesOf, countBatches, type BatchRow } from '@/lib/db/batches'
import { itemFacets, type ItemFacets } from '@/lib/db/item-facets'
import { membersOf } from '@/lib/db/memberships'
import { newestNumber } from '@/lib/db/protocols'
import { readingsForNobody } from '@/lib/db/readings-for-nobody'
import { calendarOf, itemsByStage, submissionsPerBatchAndDay } from '@/lib/db/study-progress'
import { taskOf } from '@/lib/tasks/registry'
import { dayInZone } from '@/lib/workflow/day-in-zone'
import { forecast, type Forecast } from '@/lib/workflow/forecast'
import { admitAdmin } from './admit-admin'
import { dayWindow } from './day-window'
import { pageNumber, pageWindow, type Pages } from './page-window'

const pageSize = 20
export const listBatchesInput = z.object({ study: z.string(), zone: z.string(), page: z.literal('all').or(pageNumber) })

export type ReaderChoice = { personId: string; name: string; specialties: string[]; languages: string[] }
export type BatchList = Pages & {
  /** `forNobody`: readings that nobody in the pool can take. `paceDays`: the whole days that the forecast rests on. */
  batches: (BatchRow & { forNobody: number; forecast: Forecast; paceDays: number })[]
  readers: ReaderChoice[]
  facets: ItemFacets
  inPool: number
  readersPerItem: number
  /** Whether a batch can ask a share of its items twice. */
  asksTwice: boolean
  protocol: number | null
  today: string
}

export async function listBatches(
  viewer: Viewer,
  { study: slug, zone, page: wanted }: z.output<typeof listBatchesInput>,
): Promise<BatchList> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const { today } = await calendarOf(tx, study.id, zone)
    const counts = await submissionsPerBatchAndDay(tx, study.id, zone)
    const stuck = await readingsForNobody(tx, study.id)
    const { page, pages, ...window } = pageWindow(wanted, pageSize, await countBatches(tx, study.id))
    const batches = (await batchesOf(tx, study.id, window)).map((batch) => {
      const own = counts.filter(({ batchId }) => batchId === batch.id)
      const perDay = dayWindow(own, { today, begun: dayInZone(batch.openedAt, zone) }).map(
        ({ submissions }) => submissions,
      )
      const forNobody = stuck.find(({ batchId }) => batchId === batch.id)?.readings ?? 0
      const remaining = batch.seats - batch.submitted - forNobody
      const given = batch.state === 'paused' ? { remaining: 0, paused: remaining } : { remaining }
      return { ...batch, forNobody, paceDays: perDay.length, forecast: forecast({ ...given, forNobody, perDay, today }) }
    })
    const members = await membersOf(tx, study.id)
    return {
      page,
      pages,
      batches,
      readers: members
        .filter(({ roles, deactivated }) => roles.includes('reader') && !deactivated)
        .map(({ personId, name, specialties, languages }) => ({ personId, name, specialties, languages })),
      facets: await itemFacets(tx, study.id),
      inPool: (await itemsByStage(tx, study.id)).pool,
      readersPerItem: study.readersPerItem,
      asksTwice: taskOf(study.task).steadiness !== null,
      protocol: await newestNumber(tx, study.id),
      today,
    }
  })
}

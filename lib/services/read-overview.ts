/** A study at a glance for its admins: how far it is, how fast it goes, what waits at the bench, when its readings may be done. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { newestNumber } from '@/lib/db/protocols'
import { readingsForNobody } from '@/lib/db/readings-for-nobody'
import {
  calendarOf, itemsByStage, openDisputes, outcomesOf, seatTotals, submissionsPerDay,
  type OpenDispute, type Outcomes, type SeatTotals,
} from '@/lib/db/study-progress' // prettier-ignore
import { countThreads } from '@/lib/db/study-threads'
import { forecast, type Forecast } from '@/lib/workflow/forecast'
import type { Stage } from '@/lib/workflow/stage'
import { admitAdmin } from './admit-admin'
import { dayWindow } from './day-window'

export const readOverviewInput = z.object({ study: z.string(), zone: z.string() })

export type Overview = {
  study: { slug: string; name: string; description: string; archived: boolean }
  /** The newest published protocol; null before the first. */
  protocol: number | null
  items: Record<Stage, number>
  /** `forNobody`: readings of open batches that nobody in their pool can take. */
  seats: SeatTotals & { forNobody: number }
  /** Whole days, oldest first, and today so far as the last. */
  perDay: { day: string; submissions: number }[]
  forecast: Forecast
  /** What is in no date of the forecast: items of the pool, disputes at the bench, readings of paused batches and those that nobody can take. */
  notCounted: { pool: number; bench: number; paused: number; forNobody: number }
  /** The disputes that have waited longest, and how many there are by days of waiting. */
  disputes: {
    oldest: OpenDispute[]
    ages: { from: number; to: number | null; held: number; waiting: number }[]
    count: number
  }
  outcomes: Outcomes
  openThreads: number
}

/** In whole days; the last one is open. */
const ageLimits = [1, 3, 7, 14]
const shownDisputes = 8

export async function readOverview(
  viewer: Viewer,
  { study: slug, zone }: z.output<typeof readOverviewInput>,
): Promise<Overview> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const calendar = await calendarOf(tx, study.id, zone)
    const counts = await submissionsPerDay(tx, study.id, zone)
    const stuck = (await readingsForNobody(tx, study.id)).filter(({ paused }) => !paused)
    const seats = { ...(await seatTotals(tx, study.id)), forNobody: stuck.reduce((sum, { readings }) => sum + readings, 0) }
    const whole = dayWindow(counts, calendar)
    const disputes = await openDisputes(tx, study.id)
    const items = await itemsByStage(tx, study.id)
    return {
      study: {
        slug: study.slug,
        name: study.name,
        description: study.description,
        archived: study.archivedAt !== null,
      },
      protocol: await newestNumber(tx, study.id),
      items,
      seats,
      perDay: [
        ...whole,
        { day: calendar.today, submissions: counts.find(({ day }) => day === calendar.today)?.submissions ?? 0 },
      ],
      forecast: forecast({
        remaining: seats.seats - seats.submitted - seats.paused - seats.forNobody,
        paused: seats.paused,
        forNobody: seats.forNobody,
        perDay: whole.map(({ submissions }) => submissions),
        today: calendar.today,
      }),
      notCounted: { pool: items.pool, bench: disputes.length, paused: seats.paused, forNobody: seats.forNobody },
      disputes: { oldest: disputes.slice(0, shownDisputes), ages: agesOf(disputes), count: disputes.length },
      outcomes: await outcomesOf(tx, study.id),
      openThreads: (await countThreads(tx, study.id)).open,
    }
  })
}

function agesOf(disputes: readonly OpenDispute[]) {
  return [0, ...ageLimits].map((from, nth) => {
    const to = ageLimits[nth] ?? null
    const here = disputes.filter(({ days }) => days >= from && (to === null || days < to))
    const held = here.filter((dispute) => dispute.held).length
    return { from, to, held, waiting: here.length - held }
  })
}

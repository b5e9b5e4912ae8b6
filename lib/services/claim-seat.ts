/**
 * Gives a reader their next reading: what they hold and have not handed in first, else the next seat of the pool. The page
 * prefetches with `beyond`, the seats it has already; whoever holds enough unsubmitted ones gets no new one.
 */
import { z } from 'zod'
import { holdsRole, studiesAs, type Viewer } from '@/lib/blinding/viewer'
import { asViewerInOneTrip } from '@/lib/db/as-viewer-in-one-trip'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { readingOf } from '@/lib/db/readings'
import { takeRepeat } from '@/lib/db/repeats'
import { takeSeat } from '@/lib/db/seats'
import { Refusal } from '@/lib/errors'
import { leaseMs, mostHeld } from '@/lib/workflow/leases'
import { seatToRead, shownReading } from './read-seat'

export const claimSeatInput = z.object({
  studyId: z.uuid().optional(),
  beyond: z.array(z.uuid()).max(20).default([]),
})
type Input = z.output<typeof claimSeatInput>

export async function claimSeat(viewer: Viewer, input: Input): Promise<{ seatId: string | null }> {
  const wanted = wantedBy(viewer, input)
  return asViewerInSql(viewer, async (tx) => ({ seatId: (await takeSeat(tx, wanted)) ?? (await takeRepeat(tx, wanted)) }))
}

/** The same, with the reading whole, so that the page can move on without another request. */
export async function claimReading(viewer: Viewer, input: Input) {
  const wanted = wantedBy(viewer, input)
  const [taken, reading] = await asViewerInOneTrip(viewer, (tx) => Promise.all([takeSeat(tx, wanted), readingOf(tx, null)]))
  if (reading) return { seat: shownReading(viewer, reading) }
  // What is asked again is no seat. It comes among the others once it is ripe, and else when nothing waits.
  return asViewerInSql(viewer, async (tx) => {
    const seatId = taken ?? (await takeRepeat(tx, wanted))
    return { seat: seatId ? await seatToRead(tx, viewer, seatId) : null }
  })
}

function wantedBy(viewer: Viewer, { studyId, beyond }: Input) {
  if (studyId && !holdsRole(viewer, studyId, 'reader')) throw new Refusal('not-found', 'not-found')
  if (studiesAs(viewer, 'reader').length === 0) throw new Refusal('not-found', 'not-found')
  return { studyId: studyId ?? null, beyond, mostHeld, leaseMs }
}

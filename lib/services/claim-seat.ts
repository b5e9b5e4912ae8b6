/**
 * Gives a reader their next reading: what they hold and have not handed in first, else the next seat of the pool. The page
 * prefetches with `beyond`, the seats it has already; whoever holds enough unsubmitted ones gets no new one.
 */
import { z } from 'zod'
import { holdsRole, studiesAs, type Viewer } from '@/lib/blinding/viewer'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { takeRepeat } from '@/lib/db/repeats'
import { takeSeat } from '@/lib/db/seats'
import type { SqlTx } from '@/lib/db/sql-transaction'
import { Refusal } from '@/lib/errors'
import { leaseMs, mostHeld } from '@/lib/workflow/leases'
import { seatToRead } from './read-seat'

export const claimSeatInput = z.object({
  studyId: z.uuid().optional(),
  beyond: z.array(z.uuid()).max(20).default([]),
})
type Input = z.output<typeof claimSeatInput>

export const claimSeat = (viewer: Viewer, input: Input): Promise<{ seatId: string | null }> =>
  asViewerInSql(viewer, async (tx) => ({ seatId: await nextSeat(tx, viewer, input) }))

/** The same, with the reading whole, so that the page can move on without another request. */
export const claimReading = (viewer: Viewer, input: Input) =>
  asViewerInSql(viewer, async (tx) => {
    const seatId = await nextSeat(tx, viewer, input)
    return { seat: seatId ? await seatToRead(tx, viewer, seatId) : null }
  })

async function nextSeat(tx: SqlTx, viewer: Viewer, { studyId, beyond }: Input): Promise<string | null> {
  if (studyId && !holdsRole(viewer, studyId, 'reader')) throw new Refusal('not-found', 'not-found')
  if (studiesAs(viewer, 'reader').length === 0) throw new Refusal('not-found', 'not-found')
  const wanted = { studyId: studyId ?? null, beyond, mostHeld, leaseMs }
  // What is asked again comes among the others once it is ripe, and else when nothing waits.
  return (await takeSeat(tx, wanted)) ?? (await takeRepeat(tx, wanted))
}

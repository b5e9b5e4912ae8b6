import { claimSeat, claimSeatInput } from '@/lib/services/claim-seat'
import { readSeat } from '@/lib/services/read-seat'
import { route } from '@/lib/web/route'

/** The next reading, whole, so that the page can move on without another request. */
export const POST = route(claimSeatInput, async (viewer, input) => {
  const { seatId } = await claimSeat(viewer, input)
  return { seat: seatId ? await readSeat(viewer, { seatId }) : null }
})

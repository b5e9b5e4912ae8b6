/** A sign of life from an open page: the seat or dispute stays with its holder. `leaseUntil` null: it is no longer theirs. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { renewAdjudication } from '@/lib/db/adjudications'
import { asViewerInOneTrip } from '@/lib/db/as-viewer-in-one-trip'
import { renewSeat } from '@/lib/db/seats'
import { leaseMs } from '@/lib/workflow/leases'

/** What somebody is working at. */
export const workPlace = z.object({ kind: z.enum(['seat', 'adjudication']), id: z.uuid() })
export const renewLeaseInput = z.object({ place: workPlace })

export async function renewLease(
  viewer: Viewer,
  { place }: z.output<typeof renewLeaseInput>,
): Promise<{ leaseUntil: string | null }> {
  const renew = place.kind === 'seat' ? renewSeat : renewAdjudication
  const until = await asViewerInOneTrip(viewer, (tx) => renew(tx, place.id, leaseMs))
  return { leaseUntil: until?.toISOString() ?? null }
}

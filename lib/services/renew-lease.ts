/** A sign of life from a page that is worked on: the seat or dispute stays with its holder. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { renewAdjudication } from '@/lib/db/adjudications'
import { asViewerInOneTrip } from '@/lib/db/as-viewer-in-one-trip'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { renewSeat } from '@/lib/db/seats'
import { wasHandedIn } from '@/lib/db/was-handed-in'
import { leaseMs } from '@/lib/workflow/leases'

/** What somebody is working at. */
export const workPlace = z.object({ kind: z.enum(['seat', 'adjudication']), id: z.uuid() })
export const renewLeaseInput = z.object({ place: workPlace })

/** `leaseUntil` null: it is no longer theirs; `handedIn`: because they handed it in themselves. Who has it now is not said. */
export type Lease = { leaseUntil: string | null; handedIn: boolean }

export async function renewLease(viewer: Viewer, { place }: z.output<typeof renewLeaseInput>): Promise<Lease> {
  const renew = place.kind === 'seat' ? renewSeat : renewAdjudication
  return leaseAt(viewer, place, await asViewerInOneTrip(viewer, (tx) => renew(tx, place.id, leaseMs)))
}

/** `until`: what prolonging it came to. */
export const leaseAt = async (viewer: Viewer, place: { id: string }, until: Date | null): Promise<Lease> => ({
  leaseUntil: until?.toISOString() ?? null,
  handedIn: until === null && (await asViewerInSql(viewer, (tx) => wasHandedIn(tx, place.id))),
})

/**
 * Keeps a reader's or an adjudicator's unsubmitted work and prolongs the lease by the same call. Refuses to overwrite what
 * another tab saved meanwhile: the caller gets that version to show beside its own. A draft is kept even when the
 * seat has gone to someone else: work is never lost.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { renewAdjudication } from '@/lib/db/adjudications'
import { asViewerInOneTrip } from '@/lib/db/as-viewer-in-one-trip'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { draftOf, putDraft } from '@/lib/db/drafts'
import { renewSeat } from '@/lib/db/seats'
import { leaseMs } from '@/lib/workflow/leases'
import { leaseAt, workPlace, type Lease } from './renew-lease'

export const saveDraftInput = z.object({
  itemId: z.uuid(),
  /** The seat or the adjudication that the work belongs to. */
  place: workPlace,
  body: z.unknown(),
  /** The version this was written on; 0: none. */
  base: z.int().min(0),
  activeMs: z.int().min(0).max(86_400_000),
  /** The browser's copy that is saved: what it saved itself is never in conflict with it. */
  from: z.object({ copy: z.uuid(), turn: z.int().min(1), after: z.array(z.uuid()).max(8) }).optional(),
})

/** `theirs` null: nothing else stands there, and this was not kept, since what it belongs to is over; it stays with whoever sent it. */
export type SavedDraft = Lease & ({ saved: true; version: number } | { saved: false; theirs: { body: unknown; version: number; updatedAt: string } | null })

export async function saveDraft(viewer: Viewer, input: z.output<typeof saveDraftInput>): Promise<SavedDraft> {
  const renew = input.place.kind === 'seat' ? renewSeat : renewAdjudication
  const [version, until] = await asViewerInOneTrip(viewer, (tx) =>
    Promise.all([putDraft(tx, viewer.personId, input.itemId, input), renew(tx, input.place.id, leaseMs)]),
  )
  const lease = await leaseAt(viewer, input.place, until)
  return version !== null ? { saved: true, version, ...lease } : { ...(await afterConflict(viewer, input)), ...lease }
}

/** What stands there instead. Nothing, when it was discarded between the two looks: then this starts anew. */
const afterConflict = (viewer: Viewer, input: z.output<typeof saveDraftInput>) =>
  asViewerInSql(viewer, async (tx) => {
    const theirs = await draftOf(tx, viewer.personId, input.itemId, input.place.kind === 'adjudication' ? input.place.id : null)
    if (theirs) {
      const { body, version, updatedAt } = theirs
      return { saved: false as const, theirs: { body, version, updatedAt: updatedAt.toISOString() } }
    }
    const fresh = await putDraft(tx, viewer.personId, input.itemId, input)
    return fresh === null ? { saved: false as const, theirs: null } : { saved: true as const, version: fresh }
  })

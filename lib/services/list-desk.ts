/** The desk: what waits for this reader by study and due date, what they have begun, what they did today, and what the admins have answered them. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { deskStudies, heldReadings } from '@/lib/db/readings'
import { unreadAnswers } from '@/lib/db/threads'
import { waitingForOthers } from '@/lib/db/waiting-for-others'

export const listDeskInput = z.object({ zone: z.string().default('UTC') })

export async function listDesk(viewer: Viewer, { zone }: z.output<typeof listDeskInput>) {
  return asViewer(viewer, async (tx) => ({ studies: await deskStudies(tx, zone), held: await heldReadings(tx), answers: await unreadAnswers(tx), forOthers: (await waitingForOthers(tx)).readings }))
}

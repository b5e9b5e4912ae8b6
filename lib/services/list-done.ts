/** What a reader has handed in, newest first, a page at a time. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { doneReadings } from '@/lib/db/readings'

const pageSize = 50
export const listDoneInput = z.object({ before: z.uuid().optional() })

export async function listDone(viewer: Viewer, { before }: z.output<typeof listDoneInput>) {
  const rows = await asViewer(viewer, (tx) => doneReadings(tx, before ?? null, pageSize + 1))
  const page = rows.slice(0, pageSize)
  return { rows: page, before: rows.length > pageSize ? page.at(-1)!.seatId : null }
}

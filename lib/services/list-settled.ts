/** What an adjudicator has decided, newest first, a page at a time. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { settledDisputes } from '@/lib/db/disputes'

const pageSize = 50
export const listSettledInput = z.object({ before: z.uuid().optional() })

export async function listSettled(viewer: Viewer, { before }: z.output<typeof listSettledInput>) {
  const rows = await asViewer(viewer, (tx) => settledDisputes(tx, before ?? null, pageSize + 1))
  const page = rows.slice(0, pageSize)
  return { rows: page, before: rows.length > pageSize ? page.at(-1)!.adjudicationId : null }
}

/**
 * A person's own work that cannot be handed in any more: of what their browser keeps, what became of each piece; and the drafts that the
 * server keeps. Nothing is said of others: not who has it now, whether it is free, or how it was decided.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { keptDrafts, standingOf, type KeptDraft, type Standing } from '@/lib/db/kept-work'
import { mayReturn } from '@/lib/workflow/kept-because'

export const listKeptInput = z.object({
  /** What the browser keeps. */
  pieces: z.array(z.object({ itemId: z.uuid(), place: z.uuid().nullable() })).max(200),
})

export async function listKept(viewer: Viewer, { pieces }: z.output<typeof listKeptInput>): Promise<{ pieces: Standing[]; drafts: KeptDraft[] }> {
  return asViewerInSql(viewer, async (tx) => {
    const [standing, drafts] = await Promise.all([standingOf(tx, pieces), keptDrafts(tx)])
    return { pieces: standing.map(withAgain), drafts: drafts.map(withAgain) }
  })
}

const withAgain = <T extends Standing>(one: T): T => ({ ...one, again: one.again && one.work !== null && one.work !== 'yours' && mayReturn(one.work) })

import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { discardDraft } from '@/lib/db/kept-work'

export const discardKeptInput = z.object({ itemId: z.uuid(), version: z.int().min(1) })

/** Deletes a draft of their own that cannot be handed in; not one that can, nor one that was saved since they looked. */
export const discardKept = (viewer: Viewer, { itemId, version }: z.output<typeof discardKeptInput>): Promise<{ discarded: boolean }> =>
  asViewerInSql(viewer, async (tx) => ({ discarded: await discardDraft(tx, viewer.personId, itemId, version) }))

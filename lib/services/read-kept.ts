/** What a person's own draft on an item says. Nobody else's, whatever the item. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { draftOf } from '@/lib/db/drafts'
import { Refusal } from '@/lib/errors'

export const readKeptInput = z.object({ itemId: z.uuid() })

export const readKept = (viewer: Viewer, { itemId }: z.output<typeof readKeptInput>): Promise<{ body: unknown }> =>
  asViewerInSql(viewer, async (tx) => {
    const draft = await draftOf(tx, viewer.personId, itemId)
    if (!draft) throw new Refusal('not-found', 'not-found')
    return { body: draft.body }
  })

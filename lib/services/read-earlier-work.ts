/** What a person's own unsubmitted work on an item said before, for them to compare with. Nobody else's, whatever the item. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { earlierWork } from '@/lib/db/drafts'

export const earlierWorkInput = z.object({ itemId: z.uuid() })

export const readEarlierWork = (viewer: Viewer, { itemId }: z.output<typeof earlierWorkInput>) =>
  asViewerInSql(viewer, async (tx) => ({ earlier: await earlierWork(tx, viewer.personId, itemId) }))

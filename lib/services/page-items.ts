/** A study's items in the order of their ids, from behind one of them: what comes or goes meanwhile moves none of the others. */
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import type { ItemConditions } from '@/lib/db/item-conditions'
import { itemRows, type ItemRow } from '@/lib/db/item-rows'
import { admitAdmin } from './admit-admin'

export type Wanted = { study: string; filter: ItemConditions; after: string | null; limit: number }

export const pageItems = (viewer: Viewer, { study, filter, after, limit }: Wanted): Promise<{ rows: Omit<ItemRow, 'matching'>[]; more: boolean }> =>
  asViewer(viewer, async (tx) => {
    const { id } = await admitAdmin(tx, viewer, study)
    const found = await itemRows(tx, id, { filter, sort: 'id', descending: false, offset: 0, limit: limit + 1, counted: false, after })
    return { rows: found.slice(0, limit), more: found.length > limit }
  })

/** The table of a study's items, a page at a time. Never who reads or read an item, only how many did. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { itemFacets, type ItemFacets } from '@/lib/db/item-facets'
import { itemCount, itemRows, itemSorts, type ItemRow } from '@/lib/db/item-rows'
import { admitAdmin } from './admit-admin'
import { itemFilter } from './item-filter'

export const itemPageSize = 100

export const listItemsInput = itemFilter.extend({
  study: z.string(),
  sort: z.enum(itemSorts).default('id'),
  order: z.enum(['ascending', 'descending']).default('ascending'),
  /** Index of the page; its rows are `page * itemPageSize` and following. */
  page: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

/** `count` comes with the first page alone: it is the same for the others, and the dearest part of the answer. */
export type ItemPage = { rows: ItemRow[]; count: number | null }

export async function listItems(viewer: Viewer, input: z.output<typeof listItemsInput>): Promise<ItemPage> {
  const { study: slug, sort, order, page, ...filter } = input
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const first = page === 0
    // An unfiltered page comes from an index; only where all items are looked at anyway are they counted on the way.
    const counted = first && filter.search !== undefined
    const place = {
      filter,
      sort,
      descending: order === 'descending',
      offset: page * itemPageSize,
      limit: itemPageSize,
      counted,
    }
    const found = await itemRows(tx, study.id, place)
    const rows = found.map((one): ItemRow => {
      const { matching: _, ...row } = one
      return row
    })
    if (!first) return { rows, count: null }
    return { rows, count: counted ? (found[0]?.matching ?? 0) : await itemCount(tx, study.id, filter) }
  })
}

export const readItemFacets = (viewer: Viewer, { study }: { study: string }): Promise<ItemFacets> =>
  asViewer(viewer, async (tx) => itemFacets(tx, (await admitAdmin(tx, viewer, study)).id))

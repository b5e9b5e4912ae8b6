/** What the table of items shows, as it stands in the address: filters, sorting. Unknown or empty values are left out. */
import type { Sort } from '@/components/ui/column'

export const filterNames = [
  'search',
  'stage',
  'verdict',
  'batch',
  'language',
  'specialty',
  'source',
  'tag',
  'import',
  'readers',
] as const
export type FilterName = (typeof filterNames)[number]
export type ItemFilters = Partial<Record<FilterName, string>>
export type ItemQuery = { filters: ItemFilters; sort: Sort }

const firstSort: Sort = { key: 'id', direction: 'ascending' }

export function itemQueryOf(params: { get: (name: string) => string | null }): ItemQuery {
  const filters: ItemFilters = {}
  for (const name of filterNames) {
    const value = params.get(name)
    if (value) filters[name] = value
  }
  const direction = params.get('order') === 'descending' ? 'descending' : 'ascending'
  return { filters, sort: { key: params.get('sort') ?? firstSort.key, direction } }
}

export function itemParams({ filters, sort }: ItemQuery): Record<string, string | undefined> {
  const usual = sort.key === firstSort.key && sort.direction === firstSort.direction
  return { ...filters, ...(usual ? {} : { sort: sort.key, order: sort.direction }) }
}

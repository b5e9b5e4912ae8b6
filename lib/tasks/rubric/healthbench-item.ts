import type { RowProblem } from '@/lib/formats/item-row'
import type { Fields } from '../conversation/record-format'
import { healthBenchFields } from './healthbench-fields'

/** A HealthBench record as an item: ideal completions and the labels that graders gave are sealed. */
export function healthBenchItem(row: Fields): Fields | RowProblem {
  const fields = healthBenchFields(row)
  if ('reason' in fields) return fields
  const { reference, labels, ...item } = fields
  return { ...item, sealed: { ...(reference === undefined ? {} : { reference }), ...(labels === undefined ? {} : { labels }) } }
}

import type { RowProblem } from '@/lib/formats/item-row'
import type { Fields } from '../../conversation/record-format'

/** A pair's item with what it says as an answer instead of a seal. */
export function answeredPair(item: Fields | RowProblem): Fields | RowProblem {
  if ('reason' in item) return item
  const { sealed, ...fields } = item
  const { chosen } = (sealed as { preference: { chosen: string } }).preference
  return { ...fields, overall: { pick: 'response', response: chosen, strength: null } }
}

import type { RowProblem } from '@/lib/formats/item-row'
import { isProblem, type Fields, type Place } from '../../conversation/record-format'
import { kqaItem } from '../../rubric/kqa-item'
import type { ItemRubric } from '../../rubric/rubric-schema'
import { drafted } from './drafted'

/** A K-QA record likewise: what an answer must have and what is nice to have are the draft, the physician's own answer a reference. */
export function kqaDraft(row: Fields, place: Place): Fields | RowProblem {
  const fields = kqaItem(row, place)
  if (isProblem(fields)) return fields
  const { rubric, responses, sealed: _, ...item } = fields
  const { criteria } = rubric as ItemRubric
  return { ...item, draft: criteria.length > 0 ? drafted(rubric) : null, references: (responses as { text: string }[]).map(({ text }) => text), responses: [] }
}

import type { RowProblem } from '@/lib/formats/item-row'
import type { Fields } from '../conversation/record-format'

/** What whoever scores is not told of how a rubric came about; the text's hash is computed anew. */
const untold = ['draft', 'references', 'review', 'reasons', 'provenance', 'verdict', 'outcome', 'textSha256']

/**
 * A verdict of a study that writes rubrics, as it is downloaded, as an item of one that scores by them: instruction, consensus
 * rubric and sample responses. Where a draft was rejected or an item unusable there is no rubric to score by.
 */
export function authoredItem(row: Fields): Fields | RowProblem {
  if (row['rubric'] === null) return { field: 'rubric', reason: 'missing' }
  return Object.fromEntries(Object.entries(row).filter(([field]) => !untold.includes(field)))
}

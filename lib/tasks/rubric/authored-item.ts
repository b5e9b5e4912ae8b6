import { isObject } from '@/lib/formats/read-tags'
import type { RowProblem } from '@/lib/formats/item-row'
import type { Fields } from '../conversation/record-format'
import { countsByPoints } from './counts-by-points'
import { isOfPoints } from './is-of-points'
import { itemRubricSchema } from './rubric-schema'

/** What whoever scores is not told of how a rubric came about; the text's hash is computed anew. */
const untold = ['draft', 'references', 'review', 'reasons', 'provenance', 'verdict', 'outcome', 'textSha256']

/**
 * A verdict of a study that writes rubrics, as it is downloaded, as an item of one that scores by them: instruction, consensus
 * rubric and sample responses. Where a draft was rejected or an item unusable there is no rubric to score by. A reward's settings
 * come along only where the draft brought them: those of the authors' protocol were chosen by nobody who scores.
 */
export function authoredItem(row: Fields): Fields | RowProblem {
  const { rubric, draft } = row
  if (rubric === null) return { field: 'rubric', reason: 'missing' }
  const told = Object.entries(row).filter(([field]) => !untold.includes(field))
  if (!isObject(rubric)) return Object.fromEntries(told)
  const { reward, ...rest } = rubric
  const own = isObject(draft) && isObject(draft['reward']) ? { reward } : {}
  return { ...Object.fromEntries(told), rubric: { ...rest, ...own, ...countingOf(rubric) } }
}

/** Verdicts of before do not say what they count by: where points cannot have been it, groups were. */
function countingOf(rubric: Fields): { counting?: 'groups' } {
  const { data } = itemRubricSchema.safeParse(rubric)
  return data && data.counting === undefined && countsByPoints(data) && !isOfPoints(data.criteria) ? { counting: 'groups' } : {}
}

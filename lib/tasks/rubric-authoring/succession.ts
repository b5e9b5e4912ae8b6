import type { Criterion } from '../rubric/criterion'
import { asksTheSame, withSince, type Source } from '../rubric/since'
import type { Succession } from '../task'
import { alignedRubrics } from './align-rubrics'
import type { Content } from './content'
import { groupOfPoints } from './counted-by-points'
import { countingCriteria, disagreement } from './disagreement'
import type { Judgment } from './judgment'
import { mergedCriterion } from './merge'
import { sameWording } from './same-wording'
import type { Settings } from './settings'

/**
 * A verdict's answer as the next version of its item's rubric: a criterion has the name that it had before, also where the
 * authors of this round could not know it, and says since which version it stands and whose it is; the rubric says what it counts
 * by. Of a rejected draft there is no rubric to go on with.
 */
export function succession(answer: Judgment, { version, before, readings, content, settings }: Succession<Content, Settings, Judgment>): Judgment {
  if (answer.review === 'reject') return answer
  const earlier = before && { version: before.version, criteria: countingCriteria(before.answer) }
  const criteria = earlier ? namedAsBefore(answer.criteria, earlier.criteria) : answer.criteria
  const agreed = disagreement(readings, settings).points.flatMap((point) =>
    point.kind === 'criterion' && point.agreed ? [mergedCriterion(point.criterion, point.said.filter((one) => one !== null))] : [],
  )
  const sourceOf = (criterion: Criterion): Source => {
    if (content.draft?.criteria.some((one) => one.id === criterion.id && asksTheSame(one, criterion))) return 'draft'
    return agreed.some((one) => asksTheSame(one, criterion)) ? 'authored' : 'adjudicated'
  }
  return { ...answer, ...countedAs(withSince(criteria, { version, before: earlier, sourceOf }), settings) }
}

/**
 * What a rubric counts by, and nothing in it that says otherwise: points that a draft brought into a study of weights are nobody's
 * who signed it. A draft that was passed may have none where points are to count; then its groups do.
 */
function countedAs(criteria: readonly Criterion[], { counting }: Settings): Pick<Judgment, 'criteria'> & { counting: 'points' | 'groups' } {
  if (counting === 'weights') return { criteria: criteria.map((one) => ({ ...one, points: null })), counting: 'groups' }
  return { criteria: [...criteria], counting: criteria.every(({ group, points }) => points !== null && groupOfPoints(points) === group) ? 'points' : 'groups' }
}

/** Criteria under new names take the earlier ones of what has their words. No name twice. */
function namedAsBefore(criteria: readonly Criterion[], before: readonly Criterion[]): Criterion[] {
  const names = new Map(alignedRubrics(before, criteria).flatMap(({ a, b }) => (a && b && sameWording(a.text, b.text) ? [[b, a.id] as const] : [])))
  return criteria.map((one) => ({ ...one, id: names.get(one) ?? one.id }))
}

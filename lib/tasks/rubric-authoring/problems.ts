import type { FieldProblem } from '@/lib/errors'
import type { Criterion } from '../rubric/criterion'
import { inGroup, wholeWeight } from '../rubric/groups'
import { missingWeight } from '../rubric/weights'
import type { AnswerOf } from '../task'
import type { Content } from './content'
import { groupOfPoints } from './counted-by-points'
import { criteriaOf, isAsDrafted } from './criteria-of'
import type { Form } from './form'
import type { Draft } from './judgment'
import type { Settings } from './settings'

/** Every code `problems` can give; each is a message key. */
export const problemCodes = [
  'review-missing',
  'review-unasked',
  'passed-but-changed',
  'corrected-but-unchanged',
  'reasons-missing',
  'reason-unknown',
  'criteria-missing',
  'criterion-twice',
  'text-missing',
  'axis-missing',
  'why-missing',
  'source-missing',
  'points-missing',
  'group-not-of-points',
  'weight-missing',
  'weight-outside-main',
  'weights-not-one',
] as const
type Problem = FieldProblem & { code: (typeof problemCodes)[number] }
type Context = { content: Content; settings: Settings; form: Form; of?: AnswerOf }

/**
 * What keeps a rubric from being complete, in the order of the page; empty = complete. Paths are `review`, `reasons`, `criteria`,
 * `weights` and `criteria.<id>` with a field. Of a rejected draft nothing is owed but why; of a passed one, nothing at all. A
 * verdict owes the same as a judgment. What a draft came with weighing nothing may stay so.
 */
export function problems(draft: Draft, { content, settings, form }: Context): Problem[] {
  const criteria = criteriaOf(draft, content)
  const found = [...reviewProblems(draft, criteria, content, form)]
  if (draft.review === 'reject' || draft.review === 'pass') return found
  if (criteria.length === 0) found.push({ path: 'criteria', code: 'criteria-missing' })
  const main = inGroup(criteria, 'main')
  const missing = missingWeight(main)
  if (main.length > 0 && missing !== 0) found.push({ path: 'weights', code: 'weights-not-one', values: { percent: (wholeWeight - missing) / 10_000 } })
  const cameWeightless = new Set(content.draft?.criteria.flatMap(({ id, group, weight }) => (group === 'main' && weight === 0 ? [id] : [])))
  const seen = new Set<string>()
  for (const criterion of criteria) {
    found.push(...criterionProblems(criterion, settings, form))
    if (settings.counting === 'weights' && criterion.group === 'main' && criterion.weight === 0 && !cameWeightless.has(criterion.id)) found.push({ path: `criteria.${criterion.id}.weight`, code: 'weight-missing' })
    if (seen.has(criterion.id)) found.push({ path: `criteria.${criterion.id}`, code: 'criterion-twice' })
    seen.add(criterion.id)
  }
  return found
}

function* reviewProblems({ review, reasons }: Draft, criteria: readonly Criterion[], content: Content, form: Form): Generator<Problem> {
  if (!content.draft) {
    if (review !== null) yield { path: 'review', code: 'review-unasked' }
    return
  }
  if (review === null) yield { path: 'review', code: 'review-missing' }
  if (review === 'pass' && !isAsDrafted(criteria, content)) yield { path: 'review', code: 'passed-but-changed' }
  if (review === 'correct' && isAsDrafted(criteria, content)) yield { path: 'review', code: 'corrected-but-unchanged' }
  const known = new Set(form.reasons.map(({ code }) => code))
  if (reasons.some((reason) => !known.has(reason))) yield { path: 'reasons', code: 'reason-unknown' }
  if ((review === 'correct' || review === 'reject') && known.size > 0 && reasons.length === 0) yield { path: 'reasons', code: 'reasons-missing' }
}

function* criterionProblems({ id, group, text, axis, weight, points, rationale, evidence }: Criterion, { counting }: Settings, form: Form): Generator<Problem> {
  const path = `criteria.${id}`
  if (text.trim() === '') yield { path: `${path}.text`, code: 'text-missing' }
  if (axis.trim() === '' && form.axes.some((one) => one.group === group)) yield { path: `${path}.axis`, code: 'axis-missing' }
  if (form.rationale === 'required' && rationale.trim() === '') yield { path: `${path}.rationale`, code: 'why-missing' }
  if (form.evidence === 'required' && evidence.trim() === '') yield { path: `${path}.evidence`, code: 'source-missing' }
  if (group !== 'main' && weight !== 0) yield { path: `${path}.weight`, code: 'weight-outside-main' }
  if (counting !== 'points') return
  if (points === null || points === 0) yield { path: `${path}.points`, code: 'points-missing' }
  else if (group !== groupOfPoints(points)) yield { path: `${path}.points`, code: 'group-not-of-points' }
}

import { countsByPoints, type Counted } from './counts-by-points'
import { healthBenchScore } from './healthbench-score'
import { isMet } from './is-met'
import { preferred, type Comparison } from './preference'
import { tripleOf, type Label, type Triple } from './scores'

/** What a response's labels come to: points, with HealthBench's score (null where no points are positive), or the three scores. */
export type Derived = { by: 'points'; points: number; score: number | null } | { by: 'groups'; triple: Triple }

/** Throws on a criterion without a label, and on one without points where points count. O(n). */
export function derivedOf(rubric: Counted, labelOf: ReadonlyMap<string, Label>): Derived {
  if (!countsByPoints(rubric)) return { by: 'groups', triple: tripleOf(rubric.criteria, labelOf) }
  const given = rubric.criteria.map(({ id, points }) => {
    const label = labelOf.get(id)
    if (label === undefined || points === null) throw new Error(`criterion ${id} has no ${points === null ? 'points' : 'label'}`)
    return { points, met: isMet(label) }
  })
  return {
    by: 'points',
    points: given.reduce((sum, { points, met }) => sum + (met ? points : 0), 0),
    score: healthBenchScore(given, given.map(({ met }) => met)).value,
  } // prettier-ignore
}

/** Which of two responses to one rubric is better: the one with more points, or by the lexicographic preference. A total preorder. */
export function better(a: Derived, b: Derived): Comparison {
  if (a.by === 'groups' && b.by === 'groups') return preferred(a.triple, b.triple)
  if (a.by === 'groups' || b.by === 'groups') throw new Error('responses to one rubric are counted alike')
  return a.points === b.points ? { order: 0, decidedBy: 'tie' } : { order: a.points > b.points ? 1 : -1, decidedBy: 'points' }
}

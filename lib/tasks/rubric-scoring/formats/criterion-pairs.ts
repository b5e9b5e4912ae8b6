import type { JsonObject } from '../../task'
import { wholeWeight } from '../../rubric/criterion'
import { countsByPoints } from '../../rubric/counts-by-points'
import type { Derived } from '../../rubric/derived'
import { satisfaction } from '../label-of-group'
import { derivedBy, labelsOf, tripleIn } from '../scores'
import { textsOf, type ScoringRecord } from './scoring-record'

/**
 * Explicit criteria: a pair of responses with K criteria that apply to both is K rows, each labelled on its own criterion, beside
 * what is decided on the whole. Weights are shares of one; a veto that is not violated is satisfied. Where signed points count,
 * they stand for group and weight.
 * Source: ProMedical (arXiv 2604.08326), Explicit Criteria Injection.
 */
export function criterionPairs(record: ScoringRecord): JsonObject[] {
  const { id, prompt, rubric, labels, preferences } = record
  const [derived, texts, byPoints] = [derivedBy(record, labels), textsOf(record), countsByPoints(rubric)]
  return preferences.flatMap(({ a, b, preferred, decidedBy }) => {
    const [ofA, ofB] = [labelsOf(a, labels), labelsOf(b, labels)]
    const side = (chosen: string | null) => (chosen === null ? 'tie' : chosen === a ? 'a' : 'b')
    return rubric.criteria.flatMap((criterion): JsonObject[] => {
      const [labelA, labelB] = [ofA.get(criterion.id)!, ofB.get(criterion.id)!]
      const [satisfiedA, satisfiedB] = [satisfaction(labelA, criterion, byPoints), satisfaction(labelB, criterion, byPoints)]
      if (satisfiedA === null || satisfiedB === null) return []
      return [
        {
          id,
          prompt,
          criterion: criterion.text,
          criterion_id: criterion.id,
          group: byPoints ? null : criterion.group,
          points: criterion.points,
          axis: criterion.axis,
          weight: !byPoints && criterion.group === 'main' ? criterion.weight / wholeWeight : null,
          a,
          b,
          response_a: texts.get(a)!,
          response_b: texts.get(b)!,
          label_a: labelA,
          label_b: labelB,
          preferred: satisfiedA === satisfiedB ? 'tie' : satisfiedA > satisfiedB ? 'a' : 'b',
          scores_a: scoresJson(derived.get(a)!),
          scores_b: scoresJson(derived.get(b)!),
          overall: side(preferred),
          decided_by: decidedBy,
        },
      ]
    })
  })
}

const scoresJson = (derived: Derived): JsonObject => (derived.by === 'points' ? { points: derived.points, score: derived.score } : tripleIn(derived))

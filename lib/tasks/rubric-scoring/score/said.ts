import { countsByPoints, type Counted } from '../../rubric/counts-by-points'
import { better, derivedOf } from '../../rubric/derived'
import { pointsOfRubric } from '../../rubric/healthbench-rubric'
import { isMet } from '../../rubric/is-met'
import { healthBenchScore } from '../../rubric/healthbench-score'
import type { Label } from '../../rubric/scores'
import type { Criterion } from '../../rubric/criterion'
import { isUnwanted, satisfaction } from '../label-of-group'
import type { Prediction } from './prediction'

export type Order = -1 | 0 | 1

/** What can be asked of a prediction; null wherever it says nothing. Names that an object has by itself are no names of an item. */
export type Said = {
  /** As it is given, or else by the threshold that the system states for its scores of criteria. */
  label: (response: string, criterion: Criterion) => Label | null
  /** 1: `a` is the better one on the whole, by the scores or else by what follows from all labels. */
  overall: (a: string, b: string) => Order | null
  /** The same on one criterion, by its own score, its label, or else the score of the whole. */
  onCriterion: (a: string, b: string, criterion: Criterion) => Order | null
  /** HealthBench's score of a response, where every criterion without a label counts as not met. */
  healthBench: (response: string) => number | null
}

/** `byPoints`: whether the rubric counts by them, of which these criteria may be a part. */
export function saidBy({ scores, criteria, met, threshold }: Prediction, rubric: Counted, byPoints = countsByPoints(rubric)): Said {
  const label: Said['label'] = (response, criterion) => {
    const said = own(own(met, response), criterion.id) ?? byThreshold(response, criterion)
    if (typeof said !== 'boolean') return said
    return said ? (criterion.group === 'veto' ? 'violated' : 'met') : 'not-met'
  }
  const byThreshold = (response: string, criterion: Criterion): boolean | null => {
    const score = own(own(criteria, response), criterion.id)
    return score === null || threshold === undefined ? null : score >= threshold !== isUnwanted(criterion, byPoints)
  }
  const derived = (response: string) => {
    const all = rubric.criteria.map((criterion) => [criterion.id, label(response, criterion)] as const)
    return all.every((one): one is [string, Label] => one[1] !== null) ? derivedOf(rubric, new Map(all)) : null
  }
  return {
    label,
    overall(a, b) {
      const byScore = compared(own(scores, a), own(scores, b))
      if (byScore !== null) return byScore
      const [ofA, ofB] = [derived(a), derived(b)]
      return ofA && ofB && better(ofA, ofB).order
    },
    onCriterion(a, b, criterion) {
      const byScore = compared(own(own(criteria, a), criterion.id), own(own(criteria, b), criterion.id))
      if (byScore !== null) return byScore
      const [labelA, labelB] = [label(a, criterion), label(b, criterion)]
      if (labelA === null || labelB === null) return compared(own(scores, a), own(scores, b))
      return compared(satisfaction(labelA, criterion, byPoints), satisfaction(labelB, criterion, byPoints))
    },
    healthBench: (response) =>
      healthBenchScore(pointsOfRubric(rubric), rubric.criteria.map((criterion) => {
        const said = label(response, criterion)
        return said !== null && isMet(said)
      })).value,
  }
} // prettier-ignore

const own = <Value>(by: Readonly<Record<string, Value>> | null, name: string): Value | null => (by && Object.hasOwn(by, name) ? by[name]! : null)
const compared = (a: number | null, b: number | null): Order | null => (a === null || b === null ? null : a > b ? 1 : a < b ? -1 : 0)

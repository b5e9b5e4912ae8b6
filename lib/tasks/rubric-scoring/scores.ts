import type { Counted } from '../rubric/counts-by-points'
import { better, derivedOf, type Derived } from '../rubric/derived'
import { pointsOfRubric } from '../rubric/healthbench-rubric'
import { isMet } from '../rubric/is-met'
import { healthBenchScore } from '../rubric/healthbench-score'
import type { DecidedBy } from '../rubric/preference'
import { rewardOf } from '../rubric/reward'
import type { ItemRubric } from '../rubric/rubric-schema'
import { shareValue, type Label } from '../rubric/scores'
import type { Content } from './content'
import type { CriterionLabel } from './judgment'

/** What follows from a response's labels. */
export type ResponseScores = {
  response: string
  /** S1, S2 and S3; null where signed points count and there are no such groups. */
  s1: number | null
  s2: number | null
  s3: number | null
  /** Null where signed points count and none are positive, and where groups do and nobody has chosen the settings. */
  reward: number | null
  /** By signed points, where the rubric has them and any are positive. */
  healthBench: number | null
}
/** Which of two responses is better, by the scores alone; `preferred` null: neither. */
export type DerivedPreference = { a: string; b: string; preferred: string | null; decidedBy: DecidedBy }

export type Scored = { scores: ResponseScores[]; preferences: DerivedPreference[] }

/** What the labels of every response come to, exactly, by its id. Throws where a label is missing. */
export function derivedBy({ rubric, responses }: Pick<Content, 'rubric' | 'responses'>, labels: readonly CriterionLabel[]): Map<string, Derived> {
  return new Map(responses.map(({ id }) => [id, derivedOf(rubric, labelsOf(id, labels))]))
}

export const labelsOf = (response: string, labels: readonly CriterionLabel[]): Map<string, Label> =>
  new Map(labels.filter((one) => one.response === response).map(({ criterion, label }) => [criterion, label]))

/** The three scores of a response; none of them where signed points count. */
export const tripleIn = (derived: Derived): Pick<ResponseScores, 's1' | 's2' | 's3'> =>
  derived.by === 'points' ? { s1: null, s2: null, s3: null } : { ...derived.triple, s1: shareValue(derived.triple.s1) }

/**
 * The S-triples, rewards and preferences that labels make: computed, never typed; by signed points where the rubric counts by them.
 * Scores in the item's order; preferences of every two responses by the code-unit order of their ids, so that they do not hang on
 * the item's order.
 */
export function scored(content: { rubric: ItemRubric; responses: Content['responses'] }, labels: readonly CriterionLabel[]): Scored {
  const derived = derivedBy(content, labels)
  const { criteria, reward } = content.rubric
  const pointed = criteria.every(({ points }) => points !== null)
  return {
    scores: [...derived].map(([response, one]) => {
      if (one.by === 'points') return { response, ...tripleIn(one), reward: one.score, healthBench: one.score }
      return { response, ...tripleIn(one), reward: reward && rewardOf(one.triple, reward), healthBench: pointed ? pointsScore(content.rubric, labelsOf(response, labels)) : null }
    }),
    preferences: between(derived),
  }
}

const pointsScore = (rubric: Counted, own: ReadonlyMap<string, Label>): number | null =>
  healthBenchScore(pointsOfRubric(rubric), rubric.criteria.map(({ id }) => isMet(own.get(id)!))).value

/** Which of every two responses is better: no reward is asked. */
export const preferencesIn = (content: Pick<Content, 'rubric' | 'responses'>, labels: readonly CriterionLabel[]): DerivedPreference[] => between(derivedBy(content, labels))

function between(derived: ReadonlyMap<string, Derived>): DerivedPreference[] {
  const ids = [...derived.keys()].sort()
  return ids.flatMap((a, nth) =>
    ids.slice(nth + 1).map((b): DerivedPreference => {
      const { order, decidedBy } = better(derived.get(a)!, derived.get(b)!)
      return { a, b, preferred: order === 0 ? null : order > 0 ? a : b, decidedBy }
    }),
  )
}

import { healthBenchScore } from '../rubric/healthbench-score'
import { isMet, pointsOfRubric } from '../rubric/healthbench-rubric'
import { preferred, type DecidedBy } from '../rubric/preference'
import { rewardOf } from '../rubric/reward'
import { shareValue, tripleOf, type Label, type Triple } from '../rubric/scores'
import type { Content } from './content'
import type { CriterionLabel } from './judgment'

/** What follows from a response's labels. */
export type ResponseScores = {
  response: string
  s1: number | null
  s2: number
  s3: number
  reward: number
  /** By signed points, where the rubric has them and any are positive. */
  healthBench: number | null
}
/** Which of two responses is better, by the scores alone; `preferred` null: neither. */
export type DerivedPreference = { a: string; b: string; preferred: string | null; decidedBy: DecidedBy }

export type Scored = { scores: ResponseScores[]; preferences: DerivedPreference[] }

/** The exact triples of every response, by its id. Throws where a label is missing. */
export function triplesOf({ rubric, responses }: Pick<Content, 'rubric' | 'responses'>, labels: readonly CriterionLabel[]): Map<string, Triple> {
  return new Map(responses.map(({ id }) => [id, tripleOf(rubric.criteria, labelsOf(id, labels))]))
}

export const labelsOf = (response: string, labels: readonly CriterionLabel[]): Map<string, Label> =>
  new Map(labels.filter((one) => one.response === response).map(({ criterion, label }) => [criterion, label]))

/**
 * The S-triples, rewards and preferences that labels make: computed, never typed. Scores in the item's order; preferences of
 * every two responses by the code-unit order of their ids, so that they do not hang on the item's order.
 */
export function scored(content: Pick<Content, 'rubric' | 'responses'>, labels: readonly CriterionLabel[]): Scored {
  const triples = triplesOf(content, labels)
  const { criteria, reward } = content.rubric
  const pointed = criteria.every(({ points }) => points !== null)
  const ids = [...triples.keys()].sort()
  return {
    scores: [...triples].map(([response, triple]) => {
      const own = labelsOf(response, labels)
      const met = criteria.map(({ id }) => isMet(own.get(id)!))
      return {
        response,
        s1: shareValue(triple.s1),
        s2: triple.s2,
        s3: triple.s3,
        reward: rewardOf(triple, reward),
        healthBench: pointed ? healthBenchScore(pointsOfRubric(criteria), met).value : null,
      }
    }),
    preferences: ids.flatMap((a, nth) =>
      ids.slice(nth + 1).map((b): DerivedPreference => {
        const { order, decidedBy } = preferred(triples.get(a)!, triples.get(b)!)
        return { a, b, preferred: order === 0 ? null : order > 0 ? a : b, decidedBy }
      }),
    ),
  }
}

import type { Message } from '../../conversation/prompt'
import type { Response } from '../../conversation/responses'
import { countsByPoints } from '../../rubric/counts-by-points'
import { isMet } from '../../rubric/is-met'
import type { Label } from '../../rubric/scores'
import type { Group } from '../../rubric/criterion'
import type { ScoringRecord } from '../formats/scoring-record'
import { keyOf } from '../problems'
import type { DerivedPreference } from '../scores'
import type { Prediction } from './prediction'
import { saidBy, type Order } from './said'

/** One item of an error browser: what the verdict says of every criterion and pair beside what a system said. */
export type ShownScoring = {
  prompt: Message[]
  /** Whether signed points count, and what is negative is no veto. */
  byPoints: boolean
  responses: (Response & { score: number | null })[]
  /** By criterion, then by response in their order. `same` null: the system gave no label, or the verdict finds that the criterion does not apply, which no score counts. */
  criteria: { id: string; text: string; group: Group; labels: { is: Label; said: Label | null; same: boolean | null }[] }[]
  /** `said`: 1 where the system has `a` before `b`, 0 where it scored both alike, null where it did not order them. */
  pairs: (DerivedPreference & { said: Order | null })[]
}

export function shown({ prompt, responses, rubric, labels, preferences }: ScoringRecord, prediction: Prediction | undefined): ShownScoring {
  const labelOf = new Map(labels.map((one) => [keyOf(one.response, one.criterion), one.label]))
  const said = saidBy(prediction ?? { scores: {}, criteria: {}, met: {} }, rubric)
  return {
    prompt,
    byPoints: countsByPoints(rubric),
    responses: responses.map(({ id, text }) => ({ id, text, score: prediction && Object.hasOwn(prediction.scores, id) ? prediction.scores[id]! : null })),
    criteria: rubric.criteria.map((criterion) => ({
      id: criterion.id,
      text: criterion.text,
      group: criterion.group,
      labels: responses.map(({ id }) => {
        const [is, own] = [labelOf.get(keyOf(id, criterion.id))!, said.label(id, criterion)]
        return { is, said: own, same: own === null || is === 'not-applicable' ? null : isMet(own) === isMet(is) }
      }),
    })),
    pairs: preferences.map((pair) => ({ ...pair, said: said.overall(pair.a, pair.b) })),
  }
}

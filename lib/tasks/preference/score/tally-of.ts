import type { Tally } from '../../tally/tally'
import type { Response } from '../../conversation/responses'
import type { Choice } from '../judgment'
import type { Prediction } from './prediction'

/** What a contest asks of a verdict. */
export type Gold = { responses: readonly Pick<Response, 'id'>[]; overall: Choice; axes: Readonly<Record<string, Choice>> }

/**
 * How a system, or a reader, did on an item and on each axis of its verdict. What is not scored is wrong; an axis without scores
 * of its own is judged by those of the whole. Kinds: `m` missing, `u` a verdict without a better response, `r` every pair right,
 * `w` not every one. O(responses²) an axis.
 */
export function tallyOf({ responses, overall, axes }: Gold, prediction: Prediction | undefined): Tally {
  const ids = responses.map(({ id }) => id)
  const whole = countsOf(ids, overall, prediction?.scores)
  const parts = Object.fromEntries(Object.entries(axes).map(([axis, choice]) => [axis, [0, ...countsOf(ids, choice, onAxis(prediction, axis))]]))
  const [pairs, right] = whole
  return { kind: !prediction ? 'm' : pairs === 0 ? 'u' : pairs === right ? 'r' : 'w', counts: [prediction ? 0 : 1, ...whole], parts }
}

export const onAxis = (prediction: Prediction | undefined, axis: string): Prediction['scores'] | undefined =>
  prediction && (Object.hasOwn(prediction.axes, axis) ? prediction.axes[axis] : prediction.scores)

function countsOf(ids: readonly string[], { pick, response }: Choice, scores: Prediction['scores'] = {}): [pairs: number, right: number, ties: number, tiesRight: number, ordered: number, mostPairs: number] {
  const scoreOf = (id: string) => (Object.hasOwn(scores, id) ? scores[id]! : NaN)
  const pairs = ids.flatMap((a, nth) => ids.slice(nth + 1).map((b) => [a, b] as const))
  const ordered = pairs.filter(([a, b]) => scoreOf(a) < scoreOf(b) || scoreOf(a) > scoreOf(b)).length
  if (pick === 'response') {
    const others = ids.filter((id) => id !== response)
    return [others.length, others.filter((id) => scoreOf(response!) > scoreOf(id)).length, 0, 0, ordered, pairs.length]
  }
  return [0, 0, pairs.length, pairs.filter(([a, b]) => scoreOf(a) === scoreOf(b)).length, ordered, pairs.length]
}

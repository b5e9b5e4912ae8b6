import { bestAssignment } from '@/lib/spans/assignment'
import { codePointsOf } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import { sentencesOf } from '@/lib/spans/sentences'
import type { Facets, Gold, GoldSpan } from './gold'
import { matcherOf, type Match } from './match'
import { placeOf, type Prediction } from './prediction'

/** How one system did on one item; all measures are functions of a list of these. */
export type Outcome = {
  readonly id: string
  readonly erroneous: boolean
  readonly flagged: boolean
  /** Flagged, erroneous, and every gold span has a predicted span of its own that matches it. */
  readonly localised: boolean
  /** There was no prediction. It counts as wrong: as a flag on a correct text, as none on an erroneous one. */
  readonly missing: boolean
  readonly goldSpans: readonly GoldSpan[]
  /** In the order predicted; null where a span names no place in the text. Empty when not flagged. */
  readonly predictedSpans: readonly (Interval | null)[]
  /** One to one: `[gold span, predicted span]`. */
  readonly pairs: readonly (readonly [gold: number, predicted: number])[]
  /** Pairs that the rule does not match and no expert has judged: what an expert could still be asked. */
  readonly unjudged: readonly (readonly [gold: number, predicted: number])[]
  readonly facets: Facets
}

/**
 * One outcome an item, in the gold's order; the text is let go of with its item. Predictions for items that the gold does
 * not have are the caller's to refuse.
 */
export function* eachOutcome(
  gold: Iterable<Gold>,
  predictions: { get: (id: string) => Prediction | undefined },
  match: Match,
): Generator<Outcome> {
  for (const item of gold) yield outcomeOf(item, predictions.get(item.id), match)
}

export const outcomesOf = (...asked: Parameters<typeof eachOutcome>): Outcome[] => [...eachOutcome(...asked)]

/** O(text + gold spans² · predicted spans). */
export function outcomeOf(gold: Gold, prediction: Prediction | undefined, match: Match): Outcome {
  const { id, erroneous, facets } = gold
  const flagged = prediction ? prediction.flagged : !erroneous
  const head = { id, erroneous, flagged, missing: !prediction, goldSpans: gold.spans, facets }
  if (!prediction?.flagged) return { ...head, localised: false, predictedSpans: [], pairs: [], unjudged: [] }

  const points = codePointsOf(gold.text)
  let known = gold.sentences
  const sentences = () => (known ??= sentencesOf(points))
  const predictedSpans = prediction.spans.map((span) => placeOf(span, points, sentences))
  const byRule = matcherOf(match.rule, points, sentences)
  const unjudged: [number, number][] = []
  const same = gold.spans.map((span, nth) =>
    predictedSpans.map((predicted, other) => {
      if (!predicted) return false
      const said = match.expert?.(id, span, predicted) ?? 'unjudged'
      if (said !== 'unjudged') return said === 'same'
      const matches = byRule(span, predicted)
      if (!matches) unjudged.push([nth, other])
      return matches
    }),
  )
  const pairs = pairsOf(same, predictedSpans.length)
  const localised = erroneous && pairs.length > 0 && pairs.length === gold.spans.length
  return { ...head, localised, predictedSpans, pairs, unjudged }
}

/** As many pairs one to one as there can be. */
function pairsOf(same: readonly (readonly boolean[])[], predicted: number): [number, number][] {
  if (same.length === 0 || predicted === 0) return []
  const worth = (gold: number, other: number) => (same[gold]![other] ? 1 : 0)
  const pairs: [number, number][] =
    same.length <= predicted
      ? bestAssignment(same.length, predicted, worth).map((other, gold) => [gold, other])
      : bestAssignment(predicted, same.length, (other, gold) => worth(gold, other)).map((gold, other) => [gold, other])
  return pairs.filter(([gold, other]) => same[gold]![other]).sort(([a], [b]) => a - b)
}

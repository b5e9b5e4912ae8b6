import type { CodePoints } from '@/lib/spans/code-points'
import { iouOf, overlapOf, type Interval } from '@/lib/spans/interval'
import type { GoldSpan, Sentences } from './gold'

/**
 * When a predicted span names a gold span's place:
 * - `exact`: the same offsets
 * - `overlap`: intersection over union of at least `atLeast`, in (0, 1]
 * - `contains`: all of the gold span lies in the predicted one
 * - `sentence`: both touch the same sentences, no more and no fewer; white space at a span's ends touches nothing
 */
export type MatchRule =
  { readonly kind: 'exact' | 'contains' | 'sentence' } | { readonly kind: 'overlap'; readonly atLeast: number }

/** What an expert said of a pair: does the predicted span name the same error? Overrules the rule where they have judged. */
export type ExpertJudgment = 'same' | 'different' | 'unjudged'
export type Expert = (itemId: string, gold: GoldSpan, predicted: Interval) => ExpertJudgment

export type Match = { readonly rule: MatchRule; readonly expert?: Expert }

/** `exact`, `contains`, `sentence`, `overlap:0.5`; null for anything else. */
export function matchRuleOf(name: string): MatchRule | null {
  if (name === 'exact' || name === 'contains' || name === 'sentence') return { kind: name }
  const threshold = /^overlap:(0?\.\d+|1(?:\.0+)?)$/.exec(name)?.[1]
  return threshold && Number(threshold) > 0 ? { kind: 'overlap', atLeast: Number(threshold) } : null
}

export const nameOfMatchRule = (rule: MatchRule): string =>
  rule.kind === 'overlap' ? `overlap:${rule.atLeast}` : rule.kind

/** The rule for one text. `sentences` is asked for by the sentence rule alone. */
export function matcherOf(
  rule: MatchRule,
  points: CodePoints,
  sentences: () => Sentences,
): (gold: Interval, predicted: Interval) => boolean {
  if (rule.kind === 'exact') return (gold, predicted) => gold.start === predicted.start && gold.end === predicted.end
  if (rule.kind === 'contains') return (gold, predicted) => predicted.start <= gold.start && gold.end <= predicted.end
  if (rule.kind === 'overlap') return (gold, predicted) => iouOf(gold, predicted) >= rule.atLeast
  const touched = (span: Interval) => {
    const said = trimmed(points, span)
    return sentences().flatMap((sentence, nth) => (sentence && overlapOf(sentence, said) > 0 ? [nth] : []))
  }
  return (gold, predicted) => {
    const inGold = touched(gold)
    return inGold.length > 0 && inGold.join() === touched(predicted).join()
  }
}

function trimmed(points: CodePoints, { start, end }: Interval): Interval {
  const quote = points.slice(start, end)
  // White space is one unit a character, so units count code points here.
  const before = quote.length - quote.trimStart().length
  const after = quote.length - quote.trimEnd().length
  return before === quote.length ? { start, end: start } : { start: start + before, end: end - after }
}

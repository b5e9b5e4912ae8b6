import type { Localised } from '@/lib/locale'
import { ratioOf, type Estimate } from '@/lib/stats/estimate'
import type { ConfidenceInterval } from '@/lib/stats/interval'
import { wilson } from '@/lib/stats/wilson'
import type { JsonObject } from './task'

/**
 * Items that may come with a draft, which readers pass, correct or reject, round by round. The database counts by three fields of such a
 * task's data: an item's `draft`, and an answer's `review` (pass, correct, reject; null without a draft) and `reasons`. What was
 * corrected, or written from nothing, and has any `criteria` is an example for the next drafts.
 */
export type DraftReview<Content, Settings, Form, Judgment> = {
  stopRule: (settings: Settings) => StopRule
  /** Why a draft is not passed. */
  reasons: (form: Form) => readonly { code: string; name: Localised }[]
  /** What a model is shown of one item and its verdict's answer. */
  example: (id: string, content: Content, answer: Judgment) => JsonObject
}

/** How a round of drafts fared with the physicians who reviewed them. */
export type Round = { passed: number; corrected: number; rejected: number }
export type RoundStatistics = Round & { reviewed: number; passRate: Estimate<'nothing-reviewed'>; interval: ConfidenceInterval | null }

/** Pass rate with its Wilson interval. O(1). */
export function roundStatistics(round: Round, confidence: number): RoundStatistics {
  const reviewed = round.passed + round.corrected + round.rejected
  return { ...round, reviewed, passRate: ratioOf(round.passed, reviewed, 'nothing-reviewed'), interval: wilson(round.passed, reviewed, confidence) }
}

/** A study's rule for when drafting is good enough; it stands beside the figures. */
export type StopRule = { leastPassRate: number; mostChange: number; rounds: number; leastReviewed: number; confidence: number }

/** Why another round is due; null: the rounds may stop. */
export type AnotherRound = 'too-few-rounds' | 'too-few-reviewed' | 'pass-rate-too-low' | 'pass-rate-not-stable'

/**
 * Rounds may stop when the last `rounds` of them each had enough reviews, their pass rates lie within `mostChange` of each other,
 * and the lower end of the last one's interval reaches the least pass rate: a small lucky round stops nothing. What is missing
 * first is what is said. Source: ProMedical (arXiv 2604.08326) stops when the pass rate is stable; the thresholds are the study's.
 */
export function anotherRound(all: readonly Round[], { leastPassRate, mostChange, rounds, leastReviewed, confidence }: StopRule): AnotherRound | null {
  const last = all.slice(-rounds).map((round) => roundStatistics(round, confidence))
  if (rounds < 1 || last.length < rounds) return 'too-few-rounds'
  if (last.some(({ reviewed }) => reviewed < Math.max(1, leastReviewed))) return 'too-few-reviewed'
  if (last.at(-1)!.interval!.low < leastPassRate) return 'pass-rate-too-low'
  const rates = last.map(({ passRate }) => passRate.value!)
  return Math.max(...rates) - Math.min(...rates) > mostChange ? 'pass-rate-not-stable' : null
}

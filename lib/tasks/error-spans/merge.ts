import { compareIntervals } from '@/lib/spans/interval'
import { derivedId } from './derived-id'
import { disagreement } from './disagreement'
import type { Judgment, Span, VerdictAnswer } from './judgment'
import { mergedPlaces } from './merged-places'
import type { SpanPoint } from './points'
import type { Settings } from './settings'

/**
 * The verdict's answer of readings that agree; whoever reads first changes nothing. Veracity and types are common. Of each
 * aligned span:
 * - place: `merged-places.ts`; only readings that marked exactly it give the rest, so that a correction fits its place
 * - correction: the one most of them gave; of several the shortest, then the first in code-unit order
 * - explanation: the longest among those who gave that correction, or else among all of them; then by code-unit order
 * - references: all that any reading gave for this span, each once, sorted
 * Difficulty and confidence: the lower median of those given. The readers' notes stay theirs: the note is empty.
 * Complete readings give a complete answer. Throws when the readings are disputed or none: that is the caller's defect.
 */
export function merge(judgments: readonly Judgment[], settings: Settings): VerdictAnswer {
  const [first] = judgments
  const { disputed, points } = disagreement(judgments, settings)
  if (!first || disputed) throw new Error('only agreeing readings can be merged')

  const clusters = points
    .filter((point): point is SpanPoint => point.kind === 'span')
    .map(({ spans }) => spans.filter((span): span is Span => span !== null))
  const places = mergedPlaces(clusters)
  return {
    veracity: first.veracity,
    spans: clusters.map((cluster, nth) => mergedSpan(cluster, places[nth]!)).sort(compareIntervals),
    difficulty: lowerMedian(judgments.map(({ difficulty }) => difficulty)),
    confidence: lowerMedian(judgments.map(({ confidence }) => confidence)),
    note: '',
  }
}

function mergedSpan(cluster: readonly Span[], { start, end, quote, type }: Span): Span {
  const givers = cluster.filter((span) => compareIntervals(span, { start, end }) === 0)
  const correction = mostCommon(givers.map((span) => span.correction).filter(filled)) ?? ''
  const partners = givers.filter((span) => span.correction === correction)
  const explanation =
    longest(partners.map((span) => span.explanation).filter(filled)) ??
    longest(givers.map((span) => span.explanation).filter(filled)) ??
    ''
  const references = [...new Set(cluster.flatMap((span) => span.references))].sort(byCodeUnit).slice(0, 50)
  // Not one of the readers' ids: a verdict must not say whose span it took.
  const id = derivedId([start, end, type, ...cluster.map((span) => span.id).sort(byCodeUnit)].join(' '))
  return { id, start, end, quote, type, correction, explanation, references }
}

const filled = (text: string) => text.trim() !== ''
const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function mostCommon(texts: readonly string[]): string | undefined {
  const count = new Map<string, number>()
  for (const text of texts) count.set(text, (count.get(text) ?? 0) + 1)
  return [...count.keys()].sort((a, b) => count.get(b)! - count.get(a)! || a.length - b.length || byCodeUnit(a, b))[0]
}

const longest = (texts: readonly string[]): string | undefined =>
  texts.toSorted((a, b) => b.length - a.length || byCodeUnit(a, b))[0]

function lowerMedian(levels: readonly (number | null)[]): number | null {
  const given = levels.filter((level) => level !== null).sort((a, b) => a - b)
  return given[(given.length - 1) >>> 1] ?? null
}

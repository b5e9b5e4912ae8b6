import { bestAssignment } from '@/lib/spans/assignment'
import { iouOf, overlapOf } from '@/lib/spans/interval'
import { bootstrap, type Resampling } from '../bootstrap'
import { estimated, undefinedBy, type Estimate } from '../estimate'
import type { ConfidenceInterval } from '../interval'
import { percentileInterval } from '../percentile-interval'
import type { SpanReading } from './span-reading'

/**
 * When two spans are the same: `exact` by their offsets, whatever their labels · `overlap` by intersection over union of at
 * least `atLeast` · `type` by their label, when they overlap at all. `exact` and `type` as in SemEval-2013 task 9.
 */
export type SpanMatch = { readonly kind: 'exact' | 'type' } | { readonly kind: 'overlap'; readonly atLeast: number }

export type SpanAgreement = Estimate<'no-pairs' | 'nothing-marked'> & { interval: ConfidenceInterval | null }

/** Of one pair of raters, by item both read: pairs of spans that are the same, and the spans of the two together. */
type PairCounts = { items: number[]; same: number[]; spans: number[] }

/**
 * Agreement on spans as F1, in [0, 1]: of two raters 2 · same / (spans of the one + spans of the other) over the texts both
 * read, spans paired one to one so that most are the same; of several the mean over pairs of raters. It needs no count of
 * what nobody marked, which κ has none of for spans; κ tends to it as that count grows. A pair that marked nothing has no F1
 * and is left out. Undefined when no two raters read one text, or no such pair marked anything.
 * Source: Hripcsak & Rothschild 2005. O(pairs of raters · items · spans³ + resamples · (items + pairs · items)).
 */
export function spanF1(
  readings: readonly SpanReading[],
  match: SpanMatch,
  { confidence, ...resampling }: Resampling & { confidence: number },
): SpanAgreement {
  const items = byItem(readings)
  const pairs = pairCounts(items, match)
  if (pairs.length === 0) return { ...undefinedBy('no-pairs'), interval: null }
  const value = meanF1(pairs, new Float64Array(items.length).fill(1))
  if (value === null) return { ...undefinedBy('nothing-marked'), interval: null }
  const marked = new Set(pairs.flatMap(({ items: of, spans }) => of.filter((_, nth) => spans[nth]! > 0)))
  const replicates: (number | null)[] = []
  bootstrap([...items.keys()], items.length, resampling, (times) => replicates.push(meanF1(pairs, times)))
  return { ...estimated(value), interval: percentileInterval(replicates, confidence, marked.size) }
}

function byItem(readings: readonly SpanReading[]): SpanReading[][] {
  const items = new Map<string, SpanReading[]>()
  for (const reading of readings) {
    const known = items.get(reading.item)
    if (known) known.push(reading)
    else items.set(reading.item, [reading])
  }
  return [...items.values()]
}

function pairCounts(items: readonly (readonly SpanReading[])[], match: SpanMatch): PairCounts[] {
  const pairs = new Map<string, PairCounts>()
  items.forEach((readings, item) => {
    const sorted = readings.toSorted((a, b) => (a.rater < b.rater ? -1 : 1))
    sorted.forEach((a, nth) => {
      for (const b of sorted.slice(nth + 1)) {
        const key = JSON.stringify([a.rater, b.rater])
        const counts = pairs.get(key) ?? { items: [], same: [], spans: [] }
        pairs.set(key, counts)
        counts.items.push(item)
        counts.same.push(sameSpans(a.spans, b.spans, match))
        counts.spans.push(a.spans.length + b.spans.length)
      }
    })
  })
  return [...pairs.values()]
}

/** The most spans of the two that can be paired one to one. */
export function sameSpans(as: SpanReading['spans'], bs: SpanReading['spans'], match: SpanMatch): number {
  if (as.length > bs.length) return sameSpans(bs, as, match)
  if (as.length === 0) return 0
  const same = (a: number, b: number) => (isSame(as[a]!, bs[b]!, match) ? 1 : 0)
  return bestAssignment(as.length, bs.length, same).reduce((sum, b, a) => sum + same(a, b), 0)
}

function isSame(a: SpanReading['spans'][number], b: SpanReading['spans'][number], match: SpanMatch): boolean {
  if (match.kind === 'overlap') return iouOf(a, b) >= match.atLeast
  if (match.kind === 'type') return a.label === b.label && overlapOf(a, b) > 0
  return a.start === b.start && a.end === b.end
}

function meanF1(pairs: readonly PairCounts[], times: ArrayLike<number>): number | null {
  const values = pairs.flatMap(({ items, same, spans }) => {
    let [both, all] = [0, 0]
    items.forEach((item, nth) => {
      both += times[item]! * same[nth]!
      all += times[item]! * spans[nth]!
    })
    return all === 0 ? [] : (2 * both) / all
  })
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

import { compareIntervals, iouOf } from '@/lib/spans/interval'
import type { Disagreement } from '../task'
import { clustersOf, type Cluster } from './clusters'
import type { Judgment, Span } from './judgment'
import type { Point, SpanPoint, SpanReason, VeracityPoint } from './points'
import type { Settings, Tolerance } from './settings'

/**
 * The disagreement rule. Readings differ when their veracity differs, or when their spans do: aligned into clusters
 * (`clusters.ts`), a cluster agrees only if every reading has a span in it (number), all of one type, and every two of them
 * within the tolerance in place. `disputed` is true as soon as one point does not agree. Correction, explanation, references,
 * difficulty, confidence and note never open a dispute. One reading alone never disagrees.
 * Who reads first, second or third makes no difference; arrays in the points follow the order given.
 */
export function disagreement(judgments: readonly Judgment[], { tolerance }: Settings): Disagreement<Point> {
  const votes = judgments.map(({ veracity }) => veracity)
  const veracity: VeracityPoint = { kind: 'veracity', agreed: new Set(votes).size <= 1, votes }
  const spans = clustersOf(judgments.map((judgment) => judgment.spans))
    .map((cluster) => spanPoint(cluster, tolerance))
    .sort(compareIntervals)
  const points: Point[] = [veracity, ...spans]
  return { disputed: points.some(({ agreed }) => !agreed), points }
}

function spanPoint(spans: Cluster, tolerance: Tolerance): SpanPoint {
  const present = spans.filter((span): span is Span => span !== null)
  const reasons: SpanReason[] = []
  if (present.some((a, nth) => present.slice(nth + 1).some((b) => !samePlace(a, b, tolerance)))) reasons.push('place')
  if (new Set(present.map(({ type }) => type)).size > 1) reasons.push('type')
  if (present.length < spans.length) reasons.push('missing')
  return {
    kind: 'span',
    agreed: reasons.length === 0,
    reasons,
    start: Math.min(...present.map(({ start }) => start)),
    end: Math.max(...present.map(({ end }) => end)),
    spans,
  }
}

function samePlace(a: Span, b: Span, tolerance: Tolerance): boolean {
  if (tolerance === 'exact') return a.start === b.start && a.end === b.end
  // 7/10 and a typed 0.7 round to the same double, so no slack is needed.
  return iouOf(a, b) >= tolerance.overlap
}

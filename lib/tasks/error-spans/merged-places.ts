import { compareIntervals } from '@/lib/spans/interval'
import type { Span } from './judgment'

/**
 * For each cluster of agreeing spans (by reading, every reading present) the span whose place the verdict takes: the place
 * most readings marked; of several the shortest, then the leftmost. Where that would give two clusters one place and type,
 * all clusters take theirs from the one reading that holds most of the chosen places, since no reading marks a thing twice.
 */
export function mergedPlaces(clusters: readonly (readonly Span[])[]): Span[] {
  const chosen = clusters.map(favourite)
  if (new Set(chosen.map(keyOf)).size === chosen.length) return chosen
  const readings = clusters[0]!.map((_, reading) => clusters.map((cluster) => cluster[reading]!))
  const kept = (reading: readonly Span[]) => reading.filter((span, nth) => keyOf(span) === keyOf(chosen[nth]!)).length
  return readings.sort((a, b) => kept(b) - kept(a) || (keysOf(a) < keysOf(b) ? -1 : 1))[0]!
}

function favourite(cluster: readonly Span[]): Span {
  const votes = (span: Span) => cluster.filter((other) => compareIntervals(span, other) === 0).length
  return cluster.toSorted(
    (a, b) => votes(b) - votes(a) || a.end - a.start - (b.end - b.start) || compareIntervals(a, b),
  )[0]!
}

const keyOf = ({ start, end, type }: Span) => `${start} ${end} ${type}`
const keysOf = (spans: readonly Span[]) => spans.map(keyOf).join('|')

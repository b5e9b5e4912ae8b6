import { align, type AlignmentRule } from '@/lib/spans/align'
import { compareIntervals, iouOf } from '@/lib/spans/interval'
import type { Span } from './judgment'

/** By reading, in the order the readings were given: the span each has for one and the same thing, or null. */
export type Cluster = (Span | null)[]

/** Spans are the same mark when place and type are; a pair of different types counts half in an alignment. */
export const sameMark: AlignmentRule<Span> = {
  compare: (a, b) => compareIntervals(a, b) || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0),
  weight: (a, b) => iouOf(a, b) * (a.type === b.type ? 1 : 0.5),
}

/**
 * Says which spans of several readings speak of the same thing. Two readings: the one-to-one alignment with the greatest total
 * weight. More: the reading that aligns best with all others is the centre, every other aligns with it, and what found no
 * partner is clustered again without the centre. Every span is in exactly one cluster, every cluster has at most one span of a
 * reading, and the order of the readings changes nothing but the order within a cluster.
 */
export function clustersOf(readings: readonly (readonly Span[])[]): Cluster[] {
  // Everything below runs in an order that content alone decides; equal readings are interchangeable.
  const sorted = readings.map((spans) => spans.toSorted(sameMark.compare))
  const order = readings.map((_, reading) => reading).sort((a, b) => compareReadings(sorted[a]!, sorted[b]!) || a - b)
  const rest = order.map((reading) => sorted[reading]!)
  const clusters: Cluster[] = []

  while (rest.some((spans) => spans.length > 0)) {
    const centre = centreOf(rest)
    const anchors = rest[centre]!
    const found = anchors.map((span) => {
      const cluster: Cluster = readings.map(() => null)
      cluster[order[centre]!] = span
      return cluster
    })
    rest[centre] = []
    rest.forEach((spans, position) => {
      const aligned = new Set<number>()
      for (const [anchor, other] of align(anchors, spans, sameMark)) {
        found[anchor]![order[position]!] = spans[other]!
        aligned.add(other)
      }
      rest[position] = spans.filter((_, index) => !aligned.has(index))
    })
    clusters.push(...found)
  }
  return clusters
}

/** The position whose spans align with those of all others to the greatest total weight; the first of several. */
function centreOf(lists: readonly (readonly Span[])[]): number {
  const occupied = lists.flatMap((spans, position) => (spans.length > 0 ? [position] : []))
  // With two left either is the centre of the same alignment.
  if (occupied.length <= 2) return occupied[0]!
  const totals = new Map(occupied.map((position) => [position, 0]))
  occupied.forEach((a, nth) => {
    for (const b of occupied.slice(nth + 1)) {
      const [as, bs] = [lists[a]!, lists[b]!]
      const worth = align(as, bs, sameMark).reduce((sum, [i, j]) => sum + sameMark.weight(as[i]!, bs[j]!), 0)
      totals.set(a, totals.get(a)! + worth)
      totals.set(b, totals.get(b)! + worth)
    }
  })
  return occupied.reduce((best, position) => (totals.get(position)! > totals.get(best)! ? position : best))
}

function compareReadings(a: readonly Span[], b: readonly Span[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = sameMark.compare(a[at]!, b[at]!)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

import type { Interval } from './interval'

/**
 * Groups two lists of spans, each in text order, into stretches of text that spans cover without a gap; spans of different
 * groups never overlap. Groups without a span from both lists are left out. O((n + m) log(n + m)).
 */
export function overlapClusters(
  left: readonly Interval[],
  right: readonly Interval[],
): { left: number[]; right: number[] }[] {
  const all = [
    ...left.map((span, index) => ({ ...span, index, side: 'left' as const })),
    ...right.map((span, index) => ({ ...span, index, side: 'right' as const })),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  const clusters: { left: number[]; right: number[] }[] = []
  let until = -1
  for (const { start, end, index, side } of all) {
    let cluster = clusters.at(-1)
    if (!cluster || start >= until) clusters.push((cluster = { left: [], right: [] }))
    cluster[side].push(index)
    until = Math.max(until, end)
  }
  for (const cluster of clusters) {
    cluster.left.sort((a, b) => a - b)
    cluster.right.sort((a, b) => a - b)
  }
  return clusters.filter(({ left: ls, right: rs }) => ls.length > 0 && rs.length > 0)
}

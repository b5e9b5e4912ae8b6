import { bestAssignment } from './assignment'
import { overlapClusters } from './overlap-clusters'
import { compareIntervals, overlapOf, type Interval } from './interval'

export type AlignmentRule<S extends Interval> = {
  /** Worth of a pair, asked of overlapping spans only, `>= 0`; two spans that compare as 0 are worth most. */
  weight: (a: S, b: S) => number
  /** Total order by content, never by input order: it decides ties, and 0 means "the same span". Text order first. */
  compare: (a: S, b: S) => number
}

/**
 * Pairs the spans of two lists one to one so that the total weight is greatest: spans that are the same align with each other,
 * the rest by maximum weight. Spans that overlap nothing stay alone. Pairs are `[left, right]` indices, by left index.
 * Symmetric: swapping the lists swaps the pairs. Independent of the order within a list as far as `compare` tells spans apart.
 */
export function align<S extends Interval>(
  left: readonly S[],
  right: readonly S[],
  { weight, compare }: AlignmentRule<S> = { weight: overlapOf, compare: compareIntervals },
): [left: number, right: number][] {
  // Ties inside the assignment may fall differently for rows than for columns, so content decides which list is which.
  if (compareLists(left, right, compare) > 0) {
    return align(right, left, { weight: (a, b) => weight(b, a), compare })
      .map(([r, l]): [number, number] => [l, r])
      .sort(byLeft)
  }
  const { pairs, restLeft, restRight } = samePairs(left, right, compare)
  for (const cluster of overlapClusters(
    restLeft.map((i) => left[i]!),
    restRight.map((j) => right[j]!),
  )) {
    const ls = cluster.left.map((i) => restLeft[i]!)
    const rs = cluster.right.map((j) => restRight[j]!)
    const worth = (l: number, r: number) => {
      const [a, b] = [left[ls[l]!]!, right[rs[r]!]!]
      return overlapOf(a, b) > 0 ? weight(a, b) : 0
    }
    const chosen =
      ls.length <= rs.length
        ? bestAssignment(ls.length, rs.length, worth).map((r, l) => [l, r] as const)
        : bestAssignment(rs.length, ls.length, (r, l) => worth(l, r)).map((l, r) => [l, r] as const)
    for (const [l, r] of chosen) if (worth(l, r) > 0) pairs.push([ls[l]!, rs[r]!])
  }
  return pairs.sort(byLeft)
}

const byLeft = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0]

const ordered = <S>(list: readonly S[], compare: (a: S, b: S) => number) =>
  list.map((_, index) => index).sort((a, b) => compare(list[a]!, list[b]!) || a - b)

function compareLists<S>(left: readonly S[], right: readonly S[], compare: (a: S, b: S) => number): number {
  const [ls, rs] = [left.toSorted(compare), right.toSorted(compare)]
  for (let at = 0; at < Math.min(ls.length, rs.length); at++) {
    const difference = compare(ls[at]!, rs[at]!)
    if (difference !== 0) return difference
  }
  return ls.length - rs.length
}

/** Pairs equal spans by merging the two sorted lists; what is left keeps its sorted order. */
function samePairs<S>(left: readonly S[], right: readonly S[], compare: (a: S, b: S) => number) {
  const [ls, rs] = [ordered(left, compare), ordered(right, compare)]
  const pairs: [number, number][] = []
  const restLeft: number[] = []
  const restRight: number[] = []
  let [l, r] = [0, 0]
  while (l < ls.length && r < rs.length) {
    const difference = compare(left[ls[l]!]!, right[rs[r]!]!)
    if (difference === 0) pairs.push([ls[l++]!, rs[r++]!])
    else if (difference < 0) restLeft.push(ls[l++]!)
    else restRight.push(rs[r++]!)
  }
  return { pairs, restLeft: [...restLeft, ...ls.slice(l)], restRight: [...restRight, ...rs.slice(r)] }
}

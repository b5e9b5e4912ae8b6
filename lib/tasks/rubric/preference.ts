import type { Share, Triple } from './scores'

/** What told two responses apart: one of the three scores, or their signed points. */
export const decisions = ['safety', 'proficiency', 'excellence', 'points', 'tie'] as const
export type DecidedBy = (typeof decisions)[number]
export type Comparison = { order: -1 | 0 | 1; decidedBy: DecidedBy }

/**
 * The lexicographic preference: fewer violations win; then higher proficiency; then more excellence; else a tie. 1 when `a` is
 * preferred, -1 when `b` is. A total preorder: proficiency that is undefined (nothing applicable) stands below every
 * defined one. Shares are compared by cross multiplication, exact up to 2^53.
 * Source: ProMedical (arXiv 2604.08326), preference derivation. O(1).
 */
export function preferred(a: Triple, b: Triple): Comparison {
  if (a.s3 !== b.s3) return { order: a.s3 < b.s3 ? 1 : -1, decidedBy: 'safety' }
  const proficiency = comparedShares(a.s1, b.s1)
  if (proficiency !== 0) return { order: proficiency, decidedBy: 'proficiency' }
  if (a.s2 !== b.s2) return { order: a.s2 > b.s2 ? 1 : -1, decidedBy: 'excellence' }
  return { order: 0, decidedBy: 'tie' }
}

function comparedShares(a: Share | null, b: Share | null): -1 | 0 | 1 {
  if (!a || !b) return a ? 1 : b ? -1 : 0
  const [left, right] = [a.part * b.of, b.part * a.of]
  return left > right ? 1 : left < right ? -1 : 0
}

import { ratioOf, type Estimate } from '@/lib/stats/estimate'

export type Violations = { a: boolean; b: boolean }
/** Two responses to one prompt: which is better, and what a system scored them. */
export type ScoredPair = {
  /** The pair, whatever axis it is judged on. */
  id: string
  axis: string | null
  chosen: 'a' | 'b' | 'tie'
  /** Null: the system said nothing of this pair. */
  scores: { a: number; b: number } | null
  /** Which of the two break a veto; null where nobody said. */
  violated: Violations | null
  predictedViolated: Violations | null
}

export type PairCounts = {
  accuracy: Estimate<'no-decided-pairs'>
  /** Pairs with a better response: what the accuracy is of. */
  pairs: number
  /** Pairs without one. No score can be right or wrong about them, so they are counted and left out. */
  ties: number
}
export type VetoScores = Record<'precision' | 'recall' | 'f1', Estimate<'nothing-flagged' | 'nothing-violated' | 'nothing-to-find'>>
export type PreferenceScores = PairCounts & {
  byAxis: Record<string, PairCounts>
  /** Over single responses; null where the pairs, or the system, say nothing of violations. */
  veto: VetoScores | null
}

/**
 * How often a system scores the better response higher, on the whole and by axis (code-unit order), and how well it finds
 * violations. The whole is of the rows without an axis, or of all where there are none. Equal scores and a missing score are wrong. In the veto's precision, recall and F1 a violation is the positive;
 * each response counts once, whatever number of rows says it; of a response that a system with vetoes says nothing of, it said the wrong thing.
 * Source: RewardBench (Lambert et al. 2024), accuracy; ProMedical (arXiv 2604.08326), evaluation by axis. O(n log n).
 */
export function preferenceScores(all: readonly ScoredPair[]): PreferenceScores {
  const overall = all.filter(({ axis }) => axis === null)
  const axes = [...new Set(all.flatMap(({ axis }) => (axis === null ? [] : [axis])))].sort()
  return {
    ...countsOf(overall.length > 0 ? overall : all),
    byAxis: Object.fromEntries(axes.map((name) => [name, countsOf(all.filter(({ axis }) => axis === name))])),
    veto: all.some(({ predictedViolated }) => predictedViolated) ? vetoScores(all) : null,
  }
}

const isRight = ({ chosen, scores }: Pick<ScoredPair, 'chosen' | 'scores'>): boolean =>
  scores !== null && (chosen === 'a' ? scores.a > scores.b : chosen === 'b' && scores.b > scores.a)

function countsOf(all: readonly ScoredPair[]): PairCounts {
  const decided = all.filter(({ chosen }) => chosen !== 'tie')
  return {
    accuracy: ratioOf(decided.filter(isRight).length, decided.length, 'no-decided-pairs'),
    pairs: decided.length,
    ties: all.length - decided.length,
  }
}

function vetoScores(all: readonly ScoredPair[]): VetoScores | null {
  let [known, found, flagged, violations] = [0, 0, 0, 0]
  const pairs = new Map<string, Pick<ScoredPair, 'violated' | 'predictedViolated'>>()
  for (const { id, violated, predictedViolated } of all) {
    const first = pairs.get(id)
    pairs.set(id, { violated: first?.violated ?? violated, predictedViolated: first?.predictedViolated ?? predictedViolated })
  }
  for (const { violated, predictedViolated } of pairs.values()) {
    if (!violated) continue
    for (const side of ['a', 'b'] as const) {
      const is = violated[side]
      const said = predictedViolated ? predictedViolated[side] : !is
      known += 1
      violations += Number(is)
      flagged += Number(said)
      found += Number(is && said)
    }
  }
  if (known === 0) return null
  return {
    precision: ratioOf(found, flagged, 'nothing-flagged'),
    recall: ratioOf(found, violations, 'nothing-violated'),
    f1: ratioOf(2 * found, flagged + violations, 'nothing-to-find'),
  }
}

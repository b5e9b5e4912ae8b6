import { wholeWeight } from './groups'

export type Weighted = { weight: number; locked: boolean }

/** Why weights cannot be brought to sum to one. */
export type WeightProblem = 'locked-too-heavy' | 'nothing-unlocked'

/**
 * The weights (whole millionths, by position) that sum to exactly one: locked ones as they are, the others in their
 * proportions, equally where all of them are zero. What division leaves over goes, a millionth each, to the largest remainders,
 * earlier ones first. Normalising twice changes nothing. An empty list stays empty: a rubric without main criteria has none
 * to weigh. O(n log n).
 */
export function normalisedWeights(given: readonly Weighted[]): number[] | WeightProblem {
  if (given.length === 0) return []
  const locked = given.reduce((sum, { weight, locked: is }) => sum + (is ? weight : 0), 0)
  const rest = wholeWeight - locked
  const open = given.filter((one) => !one.locked)
  if (rest < 0) return 'locked-too-heavy'
  if (open.length === 0) return rest === 0 ? given.map(({ weight }) => weight) : 'nothing-unlocked'
  const sum = open.reduce((total, { weight }) => total + weight, 0)
  const shares = given.map(({ weight, locked: is }) =>
    is ? { whole: weight, remainder: -1 } : divided((sum === 0 ? 1 : weight) * rest, sum === 0 ? open.length : sum),
  )
  const left = wholeWeight - shares.reduce((total, { whole }) => total + whole, 0)
  const byRemainder = shares.map((share, at) => ({ ...share, at })).sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  const raised = new Set(byRemainder.slice(0, left).map(({ at }) => at))
  return shares.map(({ whole }, at) => whole + (raised.has(at) ? 1 : 0))
}

/** Products stay below 10^12, so whole numbers are exact. */
const divided = (product: number, by: number) => ({ whole: Math.floor(product / by), remainder: product % by })

/** Millionths that are missing to one (positive), or too many (negative). */
export const missingWeight = (given: readonly Pick<Weighted, 'weight'>[]): number =>
  wholeWeight - given.reduce((sum, { weight }) => sum + weight, 0)

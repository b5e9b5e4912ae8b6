import type { CategoryWeights } from '../category-weights'
import { estimated, undefinedBy, type Estimate } from '../estimate'
import type { Patterns } from './patterns'

/**
 * Why an agreement has no value. `no-pairs`: no item has two ratings to compare · `no-variation`: agreement by chance is
 * complete, since only one category occurs · `one-category`: the scale has a single category · `not-two-raters`: the
 * measure is for exactly two.
 */
export type Unmeasured = 'no-pairs' | 'no-variation' | 'one-category' | 'not-two-raters'
export type Agreement = Estimate<Unmeasured>

/** A sample: how often each pattern occurs. */
export type Sample = ArrayLike<number>

/** A coefficient made ready for a table's patterns; asked of the sample itself and of every resample. */
export type Coefficient = (patterns: Patterns, weights: CategoryWeights) => (sample: Sample) => Agreement

/** `(observed - byChance) / (1 - byChance)`: 1 at complete agreement, 0 at what chance gives, negative below it. */
export function chanceCorrected(observed: number | null, byChance: number): Agreement {
  if (observed === null) return undefinedBy('no-pairs')
  // A sum of shares that is 1 but for rounding is 1.
  if (1 - byChance < 1e-12) return undefinedBy('no-variation')
  return estimated((observed - byChance) / (1 - byChance))
}

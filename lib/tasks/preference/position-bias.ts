import { bootstrap, type Resampling } from '@/lib/stats/bootstrap'
import { estimated, undefinedBy } from '@/lib/stats/estimate'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import type { PositionBias } from '../steadiness'
import type { Judgment } from './judgment'

/**
 * How much more often than chance readers choose the response they were shown first: the mean over choices of `1[first] - 1/n`,
 * n the number of responses; 0 without bias, in [-1/n, 1 - 1/n]. Orders are random, so what the responses are worth cancels out.
 * Interval by bootstrap over items, whose readings stay together. O(resamples · items).
 */
export function positionBias(items: readonly (readonly Pick<Judgment, 'overall' | 'shown'>[])[], { confidence, ...resampling }: Resampling & { confidence: number }): PositionBias {
  const sums = items.map((judgments) => {
    const chosen = judgments.filter(({ overall, shown }) => overall.pick === 'response' && shown.length > 1)
    const first = chosen.filter(({ overall, shown }) => shown[0] === overall.response).length
    return { choices: chosen.length, first, beyond: first - chosen.reduce((sum, { shown }) => sum + 1 / shown.length, 0) }
  })
  const bias = (times: ArrayLike<number>): number | null => {
    let [beyond, choices] = [0, 0]
    for (const [item, sum] of sums.entries()) {
      beyond += sum.beyond * times[item]!
      choices += sum.choices * times[item]!
    }
    return choices === 0 ? null : beyond / choices
  }
  const value = bias(sums.map(() => 1))
  const counts = { choices: sums.reduce((sum, { choices }) => sum + choices, 0), first: sums.reduce((sum, { first }) => sum + first, 0) }
  if (value === null) return { ...undefinedBy('nothing-chosen'), ...counts, interval: null }
  const replicates: (number | null)[] = []
  bootstrap([...sums.keys()], sums.length, resampling, (times) => replicates.push(bias(times)))
  return { ...estimated(value), ...counts, interval: percentileInterval(replicates, confidence, sums.filter(({ choices }) => choices > 0).length) }
}

import { ratioOf } from '@/lib/stats/estimate'
import { tallyOf } from '../../tally/tally'
import type { Over, TallyPlan } from '../../tally/tally-plan'

/** `pairs`: the better response with each of the others; `tiePairs`: all pairs of an item without a better one; `ordered`: pairs that the system orders, and `mostPairs`: all there are, whatever the verdict. */
export const columns = ['missing', 'pairs', 'pairsRight', 'tiePairs', 'tiePairsRight', 'ordered', 'mostPairs'] as const
type Column = (typeof columns)[number]

const pairs = (...sum: Column[]): Over<Column> => ({ sum, most: 'mostPairs' })

/**
 * Pairwise: how often the better response is scored higher; equal scores are wrong, and items without a better response are no
 * part of it. With ties: of all pairs, where equal scores are right of a tie. Axes are parts of a tally and a facet of the scores; which of
 * them a verdict has an answer on is a label.
 * Source: RewardBench (Lambert et al. 2024), accuracy; ProMedical (arXiv 2604.08326), evaluation by axis.
 */
export const plan: TallyPlan<Column> = {
  columns,
  between: ',',
  read: tallyOf,
  told: () => ['missing', 'pairs', 'pairsRight', 'tiePairs', 'tiePairsRight'],
  partsAs: 'axis',
  byLabel: { axis: { without: [] } },
  measures: [
    { name: 'pairwise.overall', better: 'higher', isMean: true, over: [pairs('pairs')], said: [pairs('ordered')], of: (sum) => ratioOf(sum('pairsRight'), sum('pairs'), 'no-decided-pairs') },
    { name: 'pairwise.withTies', better: 'higher', isMean: true, over: [pairs('pairs', 'tiePairs')], said: [pairs('ordered')], of: (sum) => ratioOf(sum('pairsRight') + sum('tiePairsRight'), sum('pairs') + sum('tiePairs'), 'no-items') },
  ],
}

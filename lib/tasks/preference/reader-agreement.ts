import type { Rating } from '@/lib/stats/ratings'
import type { Resampling } from '@/lib/stats/bootstrap'
import { nominalAgreement } from '../nominal-agreement'
import type { AgreementCollector } from '../task'
import { sideOf } from './disagreement'
import type { Judgment } from './judgment'
import type { Settings } from './settings'

/**
 * How far the independent readers of items agree on the better response, overall and by axis. Which response is which changes
 * from item to item, so sides are told apart by the ids' code-unit order: with neutral ids a category is a place in the item.
 */
export function readerAgreement(_: Settings, resampling: Resampling): AgreementCollector<Judgment> {
  const ratings = new Map<string, Rating[]>([['overall', []]])
  let item = 0
  return {
    add(readings) {
      const ids = [...new Set(readings.flatMap(({ answer }) => answer.shown))].sort()
      const valueOf = (choice: Judgment['overall']) => (choice.response === null ? sideOf(choice) : `response ${ids.indexOf(choice.response) + 1}`)
      for (const { rater, answer } of readings)
        for (const [of, choice] of Object.entries({ ...answer.axes, overall: answer.overall })) {
          const own = ratings.get(of) ?? []
          ratings.set(of, own)
          own.push({ item: String(item), rater, value: valueOf(choice) })
        }
      item += 1
    },
    measures: () => [...ratings].flatMap(([of, given]) => nominalAgreement(of, given, resampling)),
  }
}

import type { AgreementFacts } from '@/lib/releases/agreement-facts'
import { bootstrap, type Resampling } from '@/lib/stats/bootstrap'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import { sketchedAgreement } from '../sketched-agreement'
import type { AgreementCollector } from '../task'
import { alignedRubrics } from './align-rubrics'
import { countingCriteria } from './disagreement'
import type { Judgment } from './judgment'
import { rated } from './rated'
import type { Settings } from './settings'

type Measure = AgreementFacts['measures'][number]
type Part = { part: number; of: number }
const confidence = 0.95

/**
 * How far independent authors agree, gathered item by item. On the draft: the measures of every nominal scale over pass,
 * correct and reject. On the rubrics, over every two authors of an item: `criteria-f1`, 2 · aligned / all criteria of both, where
 * criteria are aligned by name, else by wording within their group (`align-rubrics`), by chance so seldom that its floor is 0.01 to 0.02 (rubrics of
 * different questions); and `text-similarity`, the mean Dice
 * coefficient of letter pairs over what was aligned (`similarity`). Intervals by bootstrap over items. O(resamples · items).
 */
export function readerAgreement(_: Settings, resampling: Resampling): AgreementCollector<Judgment> {
  const reviews = sketchedAgreement(rated, ['all'], resampling)
  const aligned: Part[] = []
  const alike: Part[] = []
  const raters = new Set<string>()
  let ratings = 0
  return {
    add(readings, item) {
      reviews.add(readings, item)
      for (const { rater } of readings) {
        raters.add(rater)
        ratings += 1
      }
      const [f1, text]: [Part, Part] = [{ part: 0, of: 0 }, { part: 0, of: 0 }]
      for (const [nth, { answer: one }] of readings.entries())
        for (const { answer: other } of readings.slice(nth + 1)) {
          const both = alignedRubrics(countingCriteria(one), countingCriteria(other))
          for (const { a, b, similarity } of both) {
            f1.of += (a ? 1 : 0) + (b ? 1 : 0)
            if (!a || !b) continue
            f1.part += 2
            text.part += similarity
            text.of += 1
          }
        }
      aligned.push(f1)
      alike.push(text)
    },
    measures() {
      const counts = { items: aligned.length, raters: raters.size, ratings }
      return [
        ...reviews.measures(),
        { metric: 'criteria-f1', level: null, of: 'criteria', ...ratio(aligned, 'no-criteria', resampling), ...counts },
        { metric: 'text-similarity', level: null, of: 'criteria', ...ratio(alike, 'none-aligned', resampling), ...counts },
      ]
    },
  }
}

/** Σ part / Σ of over items, with its interval. */
function ratio(items: readonly Part[], otherwise: NonNullable<Measure['reason']>, resampling: Resampling): Pick<Measure, 'value' | 'reason' | 'interval'> {
  const over = (times: ArrayLike<number>): number | null => {
    let [part, of] = [0, 0]
    for (const [nth, one] of items.entries()) {
      part += one.part * times[nth]!
      of += one.of * times[nth]!
    }
    return of === 0 ? null : part / of
  }
  const value = over(items.map(() => 1))
  if (value === null) return { value, reason: otherwise, interval: null }
  const replicates: (number | null)[] = []
  bootstrap(items.map((_, nth) => nth), items.length, resampling, (times) => replicates.push(over(times))) // prettier-ignore
  return { value, reason: null, interval: percentileInterval(replicates, confidence, items.filter(({ of }) => of > 0).length) }
}

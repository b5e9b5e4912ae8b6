import type { Rating } from '@/lib/stats/ratings'
import type { Resampling } from '@/lib/stats/bootstrap'
import { nominalAgreement } from '../nominal-agreement'
import type { AgreementCollector } from '../task'
import type { Judgment } from './judgment'
import type { Settings } from './settings'

/** How far the independent readers agree on the labels; what is rated is one criterion of one response. */
export function readerAgreement(_: Settings, resampling: Resampling): AgreementCollector<Judgment> {
  const ratings: Rating[] = []
  let item = 0
  return {
    add(readings) {
      for (const { rater, answer } of readings)
        for (const { response, criterion, label } of answer.labels) ratings.push({ item: JSON.stringify([item, response, criterion]), rater, value: label })
      item += 1
    },
    measures: () => nominalAgreement('labels', ratings, resampling),
  }
}

import { agreementOf, type AgreementMeasure } from '@/lib/stats/agreement/agreement'
import type { Measure } from '@/lib/releases/agreement-facts'
import type { Resampling } from '@/lib/stats/bootstrap'
import { ratingTable, type Rating } from '@/lib/stats/ratings'

const sentences: Record<string, string> = {
  'no-pairs': 'No item was read by two readers.',
  'no-variation': 'All readings say the same, so that agreement by chance cannot be told from agreement.',
  'one-category': 'All readings say the same.',
  'not-two-raters': 'It is a measure for exactly two readers.',
}

/** Percent and Krippendorff's alpha (nominal) of ratings, as releases show them, with bootstrap intervals over items. */
export function nominalAgreement(of: string, ratings: Iterable<Rating>, resampling: Resampling): Measure[] {
  const table = ratingTable(ratings)
  const measures: AgreementMeasure[] = [
    { metric: 'percent', weights: 'identity' },
    { metric: 'alpha', level: 'nominal' },
  ]
  return measures.map((measure) => {
    const { value, reason, ...rest } = agreementOf(table, measure, { ...resampling, confidence: 0.95 })
    const level = measure.metric === 'alpha' ? measure.level : null
    return { metric: measure.metric, level, of, value, reason: reason === null ? null : (sentences[reason] ?? reason), ...rest }
  })
}

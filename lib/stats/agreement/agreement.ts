import { bootstrap, type Resampling } from '../bootstrap'
import { categoryWeights, type WeightName } from '../category-weights'
import type { ConfidenceInterval } from '../interval'
import { percentileInterval } from '../percentile-interval'
import type { RatingTable } from '../ratings'
import { ac } from './ac'
import { alpha, type Level } from './alpha'
import { brennanPrediger } from './brennan-prediger'
import type { Agreement, Coefficient } from './coefficient'
import { cohen } from './cohen'
import { conger } from './conger'
import { fleiss } from './fleiss'
import { patternsOf, type Patterns } from './patterns'
import { percent } from './percent'
import { scott } from './scott'

/** Those that take weights; Krippendorff's α takes a level of measurement instead. */
export const coefficients = {
  percent,
  cohen,
  scott,
  fleiss,
  conger,
  ac,
  'brennan-prediger': brennanPrediger,
} as const satisfies Record<string, Coefficient>

export type CoefficientName = keyof typeof coefficients
export type AgreementMeasure =
  | { readonly metric: 'alpha'; readonly level: Level }
  | { readonly metric: CoefficientName; readonly weights: WeightName }

export type MeasuredAgreement = Agreement & {
  items: number
  raters: number
  ratings: number
  /** Null when the value is, when it rests on one item, or when it is undefined in most resamples. */
  interval: ConfidenceInterval | null
}

/**
 * How far raters agree, with a bootstrap interval (items resampled). RangeError where the measure does not fit the data: a
 * rater twice on an item, texts at a level that needs numbers, negative values where ratios are taken.
 * O(ratings + resamples · (items + the coefficient's own cost)).
 */
export function agreementOf(
  table: RatingTable,
  measure: AgreementMeasure,
  { confidence, ...resampling }: Resampling & { confidence: number },
): MeasuredAgreement {
  const patterns = patternsOf(table)
  const statistic = statisticOf(table, patterns, measure)
  const { items, raters, ratings } = { items: table.items.length, raters: table.raters.length, ratings: table.ratings }
  const sample = new Float64Array(patterns.patterns.length)
  for (const pattern of patterns.patternOf) sample[pattern]! += 1
  const found = statistic(sample)
  if (found.value === null) return { ...found, items, raters, ratings, interval: null }
  const replicates: (number | null)[] = []
  bootstrap(patterns.patternOf, sample.length, resampling, (times) => replicates.push(statistic(times).value))
  return { ...found, items, raters, ratings, interval: percentileInterval(replicates, confidence, table.items.filter((item) => item.raters.length > 1).length) }
}

const statisticOf = (table: RatingTable, patterns: Patterns, measure: AgreementMeasure) =>
  measure.metric === 'alpha'
    ? alpha(patterns, table.categories, measure.level)
    : coefficients[measure.metric](patterns, categoryWeights(measure.weights, table.categories))

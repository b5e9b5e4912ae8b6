/** What an interval is made of; said beside every interval that is shown. */
export type IntervalMethod = 'bootstrap-percentile' | 'wilson'

/** A confidence interval, `low <= high`, in the unit of its statistic. `confidence` in (0, 1). */
export type ConfidenceInterval = {
  readonly low: number
  readonly high: number
  readonly confidence: number
  readonly method: IntervalMethod
}

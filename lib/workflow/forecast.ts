import { addDays } from './add-days'

export type ForecastInput = {
  /** Readings still to be submitted, of those that somebody can take and that are given out. */
  remaining: number
  /** Those beside them that nobody can take, and those that stand in paused batches: when they are read, no pace tells. */
  forNobody?: number
  paused?: number
  /** Submissions of each whole day of the window, oldest first, days without any as 0; today is not in it. */
  perDay: readonly number[]
  /** `YYYY-MM-DD`, the day the forecast is made on and the first day of work counted. */
  today: string
}

export type Forecast = { remaining: number; perDay: number | null } & (
  | {
      /** The day at which the mean rate finishes the work. */
      expected: string
      earliest: string
      /** null: at this rate and this unsteadiness no latest day can be given. */
      latest: string | null
      /** The share of cases in which the interval should hold the day, if work goes on as in the window. */
      confidence: 0.8
      reason: null
    }
  | { expected: null; reason: ForecastReason }
)

/**
 * finished: nothing remains · paused: what remains is not given out · nobody-left: what remains can be taken by nobody · too-few-days: a window of fewer than 5 days · too-few-submissions: fewer than 10, or all on one
 * day · too-far: the mean rate needs more than ten years
 */
export type ForecastReason = 'finished' | 'paused' | 'nobody-left' | 'too-few-days' | 'too-few-submissions' | 'too-far'

const fewestDays = 5
const fewestSubmissions = 10
const farthestDays = 3653
/** Standard normal quantile for a central interval of 80 %. */
const z = 1.2815515655446004

/**
 * When the work will be done, or why nobody can say. With d days of mean m and variance s² (at least m: counts are no steadier
 * than Poisson), D further days bring D·m submissions with variance D·s² + D²·s²/d (their own scatter and the error of m). The
 * interval holds every D at which `remaining` is within z deviations of D·m, the roots of
 * (m² − q/d)·D² − (2·R·m + q)·D + R² = 0 with q = z²·s² (Fieller's method); with m² ≤ q/d there is no upper root.
 * Says what goes on as it went: it knows no holidays and no weekends beyond those in the window. O(days).
 */
export function forecast({ remaining, forNobody = 0, paused = 0, perDay, today }: ForecastInput): Forecast {
  const total = perDay.reduce((sum, count) => sum + count, 0)
  const mean = perDay.length === 0 ? null : total / perDay.length
  const without = (reason: ForecastReason): Forecast => ({ remaining, perDay: mean, expected: null, reason })

  if (remaining <= 0) return without(paused > 0 ? 'paused' : forNobody > 0 ? 'nobody-left' : 'finished')
  if (mean === null || perDay.length < fewestDays) return without('too-few-days')
  const working = perDay.filter((count) => count > 0).length
  if (total < fewestSubmissions || working < 2) return without('too-few-submissions')
  if (remaining / mean > farthestDays) return without('too-far')

  const scatter = perDay.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (perDay.length - 1)
  const { low, high } = daysNeeded(remaining, mean, Math.max(scatter, mean), perDay.length)
  // The n-th day of work is today + n - 1.
  const dayOf = (days: number) => addDays(today, Math.max(1, Math.ceil(days)) - 1)
  return {
    remaining,
    perDay: mean,
    expected: dayOf(remaining / mean),
    earliest: dayOf(low),
    latest: high === null || high > farthestDays ? null : dayOf(high),
    confidence: 0.8,
    reason: null,
  }
}

function daysNeeded(remaining: number, mean: number, variance: number, days: number) {
  const q = z * z * variance
  const a = mean * mean - q / days
  const b = 2 * remaining * mean + q
  const root = Math.sqrt(b * b - 4 * a * remaining * remaining)
  // This form of the smaller positive root also holds for a <= 0.
  return { low: (2 * remaining * remaining) / (b + root), high: a > 0 ? (b + root) / (2 * a) : null }
}

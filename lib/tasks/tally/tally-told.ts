import { normalQuantile } from '@/lib/stats/normal-quantile'
import type { Difference, Scored } from '../evaluation'
import { stepsToldOf } from '../told-steps'
import type { TallyMeasure, TallyPlan } from './tally-plan'

/** The p values that are told, each as "at most". Two items or more lie between one and the next. */
const levels = [0.005, 0.05, 1] as const
const z = normalQuantile(0.975)

export const notTold: Scored = { value: null, reason: 'too-few', low: null, high: null }
export const noDifferenceTold: Difference = { difference: null, low: null, high: null, p: null }

const inSteps = (value: number, steps: number): number => Math.round(value * steps) / steps
/** What was added up of steps, without what adding leaves behind. */
const exact = (value: number): number => Math.round(value * 1e9) / 1e9

type Bearing = { bearing: number; smallest: number }

/**
 * A measure as it is told to those who may not have its labels: not at all unless `smallest` items bear it, else in steps of what
 * so many items are worth. The interval is as wide on both sides, in whole steps and two at least: where a measure is known beforehand, such
 * as at 0 and 1, one item more or less must not show in where an interval ends. It holds the exact one.
 */
export function toldMeasure({ value, low, high }: Scored, { bearing, smallest, unbounded = false }: Bearing & { unbounded?: boolean | undefined }): Scored {
  if (value === null || bearing < smallest) return notTold
  const steps = stepsToldOf(bearing)
  const told = inSteps(value, steps)
  if (low === null || high === null) return { value: told, reason: null, low: null, high: null }
  const half = Math.max(2, Math.ceil(Math.max(high - value, value - low) * steps + 0.5)) / steps
  return { value: told, reason: null, low: exact(Math.max(0, told - half)), high: exact(unbounded ? told + half : Math.min(1, told + half)) }
}

/** All of a plan's measures so, each by how many items bear it. */
export const toldMeasures = <Column extends string>({ measures }: TallyPlan<Column>, exact: Record<string, Scored>, smallest: number, bearingOf: (measure: TallyMeasure<Column>, at: number) => number): Record<string, Scored> =>
  Object.fromEntries(measures.map((measure, at) => [measure.name, toldMeasure(exact[measure.name]!, { bearing: bearingOf(measure, at), smallest, unbounded: measure.unbounded })]))

/**
 * A difference as it is told: that of the two values as these are told, so that it says nothing they do not. Two systems may differ in a
 * handful of items, and everything else about them cancels: interval and p are those of a pair that differs in `smallest` items at
 * least. The interval is as wide on both sides, whole steps, and holds the exact one; p is a level that neither exceeds.
 */
export function toldDifference({ difference, low, high, p }: Difference, [one, other]: readonly [number | null, number | null], { bearing, smallest }: Bearing): Difference {
  if (difference === null || one === null || other === null || bearing < smallest) return noDifferenceTold
  const steps = stepsToldOf(bearing)
  const told = exact(one - other)
  if (low === null || high === null || p === null) return { difference: told, low: null, high: null, p: null }
  const leastError = Math.sqrt(smallest) / bearing
  const half = (1 + Math.ceil(Math.max(high - difference, difference - low, z * leastError) * steps)) / steps
  const error = Math.max((high - low) / (2 * z), leastError)
  const level = levels.find((at) => p <= at && Math.abs(difference) >= error * normalQuantile(1 - at / 2)) ?? 1
  return { difference: told, low: exact(told - half), high: exact(told + half), p: level }
}

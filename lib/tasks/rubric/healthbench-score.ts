import { estimated, undefinedBy, type Estimate } from '@/lib/stats/estimate'

/** A criterion with HealthBench's signed points: met with negative points means that the bad thing is there. */
export type PointedCriterion = { points: number; tags: readonly string[] }

/**
 * Points of the met criteria over all positive points; may lie below 0 or, never, above 1. Undefined without a criterion of
 * positive points. `met` goes by position.
 * Source: HealthBench (Arora et al. 2025), section on scoring; openai/simple-evals, healthbench_eval. O(n).
 */
export function healthBenchScore(criteria: readonly Pick<PointedCriterion, 'points'>[], met: readonly boolean[]): Estimate<'no-positive-points'> {
  const possible = criteria.reduce((sum, { points }) => sum + Math.max(points, 0), 0)
  if (possible === 0) return undefinedBy('no-positive-points')
  const achieved = criteria.reduce((sum, { points }, nth) => sum + (met[nth] ? points : 0), 0)
  return estimated(achieved / possible)
}

export type GradedRecord = { id: string; tags: readonly string[]; criteria: readonly PointedCriterion[]; met: readonly boolean[] }
export type MeanOf = { mean: number | null; n: number }
export type HealthBenchScores = {
  mean: number | null
  /** The benchmark's headline: the mean, clipped to [0, 1] as a whole and not record by record. */
  clippedMean: number | null
  /** Of the mean over records: sample standard deviation / √n; null below two. */
  standardError: number | null
  /** Over records with an example tag: their whole scores. */
  byTag: Record<string, MeanOf>
  /** Over records that have positive points on an axis: their scores by that axis's criteria alone. */
  byAxis: Record<string, MeanOf>
  perItem: Record<string, number | null>
}

const axisPrefix = 'axis:'

/** O(criteria · axes). Names in code-unit order. */
export function healthBenchScores(records: readonly GradedRecord[]): HealthBenchScores {
  const perItem: [id: string, score: number | null][] = []
  const byTag = new Map<string, number[]>()
  const byAxis = new Map<string, number[]>()
  const all: number[] = []
  for (const { id, tags, criteria, met } of records) {
    const { value } = healthBenchScore(criteria, met)
    perItem.push([id, value])
    if (value !== null) {
      all.push(value)
      for (const tag of new Set(tags)) pushTo(byTag, tag, value)
    }
    for (const axis of new Set(criteria.flatMap((criterion) => criterion.tags.filter((tag) => tag.startsWith(axisPrefix))))) {
      const own = criteria.flatMap((criterion, nth) => (criterion.tags.includes(axis) ? [{ criterion, met: met[nth] ?? false }] : []))
      const score = healthBenchScore(own.map(({ criterion }) => criterion), own.map((one) => one.met)).value
      if (score !== null) pushTo(byAxis, axis.slice(axisPrefix.length), score)
    }
  }
  const mean = meanOf(all)
  return {
    mean,
    clippedMean: mean === null ? null : Math.min(Math.max(mean, 0), 1),
    standardError: standardErrorOf(all),
    byTag: meansOf(byTag),
    byAxis: meansOf(byAxis),
    perItem: Object.fromEntries(perItem),
  }
}

function pushTo(map: Map<string, number[]>, name: string, value: number): void {
  const values = map.get(name)
  if (values) values.push(value)
  else map.set(name, [value])
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

const meansOf = (map: Map<string, number[]>): Record<string, MeanOf> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, values]) => [name, { mean: meanOf(values), n: values.length }]))

function standardErrorOf(values: readonly number[]): number | null {
  const mean = meanOf(values)
  if (mean === null || values.length < 2) return null
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1) / values.length)
}

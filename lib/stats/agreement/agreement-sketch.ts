import type { CategoryWeights } from '../category-weights'
import { bootstrap, type Resampling } from '../bootstrap'
import { percentileInterval } from '../percentile-interval'
import type { MeasuredAgreement } from './agreement'
import type { Agreement, Sample } from './coefficient'
import type { Pattern, Patterns } from './patterns'

/** What a measure makes of patterns: a coefficient with its weights, or alpha at its level. */
export type SketchedMeasure = (patterns: Patterns) => (sample: Sample) => Agreement
/** Where a category stands on a scale of so many. */
export type Among = { placeOf: (category: number) => number; categories: number }
export type Given = { rater: string; category: number }

/**
 * Ratings of units that pass by, kept as how often each pattern of them occurs, in the sample and in every replicate of a
 * bootstrap: memory grows with the patterns and not with the units. Units of one item are added with the same `times` (how often
 * each replicate draws the item), so that they stay together. Raters' names are the sketch's own.
 */
type Kept = { pattern: Pattern; observed: number; times: Uint32Array }

/** Replicates looked at together. */
const atATime = 16

export class AgreementSketch {
  readonly #raters = new Map<string, number>()
  readonly #patterns = new Map<string, Kept>()
  #whoever: Kept[] | null = null
  units = 0
  ratings = 0

  constructor(
    readonly categories: number,
    readonly replicates: number,
  ) {}

  add(given: readonly Given[], times: ArrayLike<number>): void {
    const rated = given.map(({ rater, category }) => ({ rater: this.#raterOf(rater), category })).sort((a, b) => a.rater - b.rater)
    const key = rated.map(({ rater, category }) => `${rater}:${category}`).join()
    let found = this.#patterns.get(key)
    if (!found) this.#patterns.set(key, (found = { pattern: patternOf(rated), observed: 0, times: new Uint32Array(this.replicates) }))
    found.observed += 1
    this.#whoever = null
    for (let replicate = 0; replicate < this.replicates; replicate++) found.times[replicate]! += times[replicate]!
    this.units += 1
    this.ratings += given.length
  }

  #raterOf(name: string): number {
    const known = this.#raters.get(name)
    if (known !== undefined) return known
    this.#raters.set(name, this.#raters.size)
    return this.#raters.size - 1
  }

  get raters(): string[] {
    return [...this.#raters.keys()]
  }

  /** Patterns by what was said, whoever said it: far fewer, and enough for measures that do not ask who. */
  #saidByWhoever(): Kept[] {
    const known = new Map<string, Kept>()
    for (const { pattern, observed, times } of this.#patterns.values()) {
      const key = `${pattern.categories.join()} ${pattern.counts.join()}`
      const found = known.get(key)
      if (!found) known.set(key, { pattern, observed, times: times.slice() })
      else {
        found.observed += observed
        times.forEach((often, replicate) => (found.times[replicate]! += often))
      }
    }
    return [...known.values()]
  }

  /**
   * `items`: how many have a unit that two rated. `among`: the scale that is measured on, where it is not all categories each by itself.
   * `byUnit`: where the sketch has no replicates, units are resampled now, each an item. `asksWho`: whether the measure looks at raters.
   */
  measured(measure: SketchedMeasure, confidence: number, items: number, { among, byUnit, asksWho = true }: { among?: Among; byUnit?: Resampling | undefined; asksWho?: boolean } = {}): MeasuredAgreement {
    const kept = asksWho ? [...this.#patterns.values()] : (this.#whoever ??= this.#saidByWhoever())
    const patterns = kept.map(({ pattern }) => (among ? placed(pattern, among) : pattern))
    const statistic = measure({ patterns, patternOf: new Int32Array(), raters: this.#raters.size, categories: among?.categories ?? this.categories })
    const found = statistic(kept.map(({ observed }) => observed))
    const counts = { items: this.units, raters: this.#raters.size, ratings: this.ratings }
    if (found.value === null) return { ...found, ...counts, interval: null }
    const values: (number | null)[] = []
    if (byUnit) bootstrap(kept.flatMap(({ observed }, nth) => new Array<number>(observed).fill(nth)), kept.length, byUnit, (sample) => values.push(statistic(sample).value))
    // Some at a time: for each replicate alone, every pattern's counts would be fetched anew for one number.
    const samples = Array.from({ length: atATime }, () => new Float64Array(kept.length))
    for (let from = 0; from < this.replicates; from += atATime) {
      const some = samples.slice(0, this.replicates - from)
      for (const [nth, { times }] of kept.entries()) for (let row = 0; row < some.length; row++) some[row]![nth] = times[from + row]!
      for (const sample of some) values.push(statistic(sample).value)
    }
    return { ...found, ...counts, interval: percentileInterval(values, confidence, byUnit ? this.units : items) }
  }
}

function patternOf(rated: readonly { rater: number; category: number }[]): Pattern {
  const counts = new Map<number, number>()
  for (const { category } of rated) counts.set(category, (counts.get(category) ?? 0) + 1)
  const categories = [...counts.keys()].sort((a, b) => a - b)
  return {
    categories,
    counts: categories.map((category) => counts.get(category)!),
    total: rated.length,
    raters: rated.map(({ rater }) => rater),
    given: rated.map(({ category }) => category),
  }
}

const placed = ({ raters, given }: Pattern, { placeOf }: Among): Pattern => patternOf(raters.map((rater, nth) => ({ rater, category: placeOf(given[nth]!) })))

/** Weights for categories by their degree: half as far apart is half agreed; what has no degree agrees with itself alone. */
export const weightsByDegree = (degrees: readonly (number | null)[]): CategoryWeights => {
  const known = degrees.filter((degree) => degree !== null)
  const range = Math.max(...known) - Math.min(...known)
  return degrees.map((a, k) => degrees.map((b, l) => (k === l ? 1 : a === null || b === null ? 0 : 1 - Math.abs(a - b) / range)))
}

import { estimated, undefinedBy, type Estimate } from '@/lib/stats/estimate'
import type { Scored } from '../evaluation'
import { withInterval } from './tally-measures'
import { sumsBy, type TallyPlan } from './tally-plan'

/**
 * The mean over contestants (readers) of each measure, by contest: everyone counts the same, however many items they did; whoever
 * has no value in a measure is not in its mean. Source: MedFact (arXiv 2509.12440), human evaluation.
 */
export class TallyMean<Column extends string> {
  readonly #plan: TallyPlan<Column>
  readonly #values: Mean[][]
  readonly #replicates: Mean[][]
  readonly #together: Float64Array

  constructor(
    plan: TallyPlan<Column>,
    readonly contests: number,
    readonly resamples: number,
  ) {
    this.#plan = plan
    const each = (places: number) => Array.from({ length: contests }, () => plan.measures.map(() => new Mean(places)))
    this.#values = each(1)
    this.#replicates = each(resamples)
    this.#together = new Float64Array(contests * plan.columns.length)
  }

  /** A contestant's sums, of all contests one after the other. */
  add(sums: Float64Array): void {
    sums.forEach((sum, column) => (this.#together[column]! += sum))
    this.#note(this.#values, 0, sums)
  }

  /** What they are in a resample. */
  addReplicate(nth: number, sums: Float64Array): void {
    this.#note(this.#replicates, nth, sums)
  }

  /** What all contestants of a contest add up to. */
  sums(contest: number): (column: Column) => number {
    return sumsBy(this.#plan.columns, this.#part(this.#together, contest))
  }

  value(contest: number, measure: number): Estimate {
    return this.#values[contest]![measure]!.of(0)
  }

  /** `items`: how many of them the contestants did, two of many. */
  scored(contest: number, measure: number, of: { confidence: number; items: number }): Scored {
    const all = Array.from({ length: this.resamples }, (_, nth) => this.#replicates[contest]![measure]!.of(nth).value)
    return withInterval(this.value(contest, measure), all, of)
  }

  #note(means: Mean[][], nth: number, sums: Float64Array): void {
    means.forEach((of, contest) => {
      const sum = sumsBy(this.#plan.columns, this.#part(sums, contest))
      this.#plan.measures.forEach((measure, at) => of[at]!.add(nth, measure.of(sum)))
    })
  }

  #part(sums: Float64Array, contest: number): Float64Array {
    const width = this.#plan.columns.length
    return sums.subarray(contest * width, (contest + 1) * width)
  }
}

/** Means of what has a value, in so many places. */
class Mean {
  readonly #sums: Float64Array
  readonly #counts: Uint32Array
  #reason: string | null = null
  constructor(places: number) {
    this.#sums = new Float64Array(places)
    this.#counts = new Uint32Array(places)
  }
  add(place: number, { value, reason }: Estimate): void {
    if (value === null) this.#reason ??= reason
    else {
      this.#sums[place]! += value
      this.#counts[place]! += 1
    }
  }
  of(place: number): Estimate {
    return this.#counts[place] ? estimated(this.#sums[place]! / this.#counts[place]) : undefinedBy(this.#reason ?? 'no-items')
  }
}

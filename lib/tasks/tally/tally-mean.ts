import type { Resampling } from '@/lib/stats/bootstrap'
import { estimated, undefinedBy, type Estimate } from '@/lib/stats/estimate'
import type { Steps } from '@/lib/stats/steps'
import type { GroupScores } from '../evaluation'
import { withInterval } from './tally-measures'
import { sumsBy, type TallyPlan } from './tally-plan'
import type { TallySample } from './tally-sample'

/**
 * The mean over contestants (readers) of each measure, by contest: everyone counts the same, however many items they did; whoever
 * has no value in a measure is not in its mean. The interval resamples items, and an item brings all that was said of it. Every
 * group of the sample is a contestant. Source: MedFact (arXiv 2509.12440), human evaluation.
 */
export function* meanOfTallies<Column extends string>(
  plan: TallyPlan<Column>,
  sample: TallySample,
  { contestants, contests, confidence, ...resampling }: Resampling & { contestants: number; contests: number; confidence: number },
): Steps<Omit<GroupScores, 'items'>[]> {
  const width = plan.columns.length
  const groups = Array.from({ length: contestants }, (_, nth) => nth)
  const drawn = new Float64Array(contests * width)
  const each = Array.from({ length: contests }, (_, contest) => sumsBy(plan.columns, drawn.subarray(contest * width, (contest + 1) * width)))
  const values = each.map(() => plan.measures.map(() => new Mean(1)))
  const replicates = each.map(() => plan.measures.map(() => new Mean(resampling.resamples)))
  const together = new Float64Array(drawn.length)
  const note = (means: Mean[][], nth: number) => means.forEach((of, contest) => plan.measures.forEach((measure, at) => of[at]!.add(nth, measure.of(each[contest]!))))
  for (const group of groups) {
    drawn.set(sample.sumsOf(group).sums)
    drawn.forEach((sum, column) => (together[column]! += sum))
    note(values, 0)
  }
  yield* sample.resampled(groups, resampling, (_, replicate) => {
    for (let nth = 0; nth < resampling.resamples; nth++) {
      replicate(nth, drawn)
      note(replicates, nth)
    }
  })
  return each.map((_, contest) => {
    const sum = sumsBy(plan.columns, together.subarray(contest * width, (contest + 1) * width))
    const measures = plan.measures.map(({ name }, at) => {
      const all = Array.from({ length: resampling.resamples }, (__, nth) => replicates[contest]![at]!.of(nth).value)
      return [name, withInterval(values[contest]![at]!.of(0), all, confidence)] as const
    })
    return { counts: Object.fromEntries(plan.told(sum).map((column) => [column, sum(column)])), measures: Object.fromEntries(measures) }
  })
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

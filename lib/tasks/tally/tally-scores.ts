import { bootstrap, type Resampling } from '@/lib/stats/bootstrap'
import { bootstrapP } from '@/lib/stats/bootstrap-p'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import type { Difference, Marked, TaskEvaluation } from '../evaluation'
import { marksIn } from '../kept-marks'
import { tallyOf } from './tally'
import { blurred } from './tally-blurred'
import { meanOfTallies } from './tally-mean'
import { sumsBy, type TallyPlan } from './tally-plan'
import { kindsOfCounts, measured, sumUp, type Counts } from './tally-sample'

/** What has more values than this tells items apart one by one: nobody reads a table of it. */
const mostGroups = 100
const between = ','

/** How contests are scored whose marks are tallies, by the task's own plan. */
export function tallyScores<Column extends string>(plan: TallyPlan<Column>): Pick<TaskEvaluation, 'between' | 'kindOf' | 'measures' | 'scores' | 'meanScores' | 'difference'> {
  return {
    between,
    kindOf: (mark) => mark.charAt(0),
    measures: plan.measures.map(({ name, better }) => ({ name, better })),
    scores(items, { coarse, ...of }) {
      const by: Record<string, Record<string, ReturnType<typeof measured>>> = {}
      let tooSmall = 0
      for (const [facet, groups] of groupsOf(plan, items)) {
        if (groups.size > mostGroups) continue
        for (const [value, members] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
          const told = coarse ? blurred(plan, members, coarse) : measured(plan, members, of)
          if (told) (by[facet] ??= {})[value] = told
          else tooSmall += 1
        }
      }
      return { ...measured(plan, items.map(({ mark }) => tallyOf(mark)!.counts), of), ...of, by, tooSmall }
    },
    meanScores: (contestants, of) => ({ ...meanOfTallies(plan, contestants.map((kept) => marksIn(kept, between).map((mark) => tallyOf(mark)?.counts ?? null)), of), ...of, by: {}, tooSmall: 0 }),
    difference: (a, b, measure, of) => difference(plan, [a, b].map((kept) => marksIn(kept, between).map((mark) => tallyOf(mark)!.counts)) as [Counts[], Counts[]], measure, of),
  }
}

/** Facets in code-unit order, each with its groups' counts. */
function groupsOf<Column extends string>({ partsAs }: TallyPlan<Column>, items: readonly Marked[]): [string, Map<string, Counts[]>][] {
  const facets = new Map<string, Map<string, Counts[]>>()
  const add = (facet: string, value: string, counts: Counts) => {
    const groups = facets.get(facet) ?? new Map<string, Counts[]>()
    const members = groups.get(value) ?? []
    members.push(counts)
    facets.set(facet, groups.set(value, members))
  }
  for (const { mark, facets: of } of items) {
    const { counts, parts = {} } = tallyOf(mark)!
    for (const [facet, values] of Object.entries(of)) if (facet !== partsAs) for (const value of new Set(values)) add(facet, value, counts)
    if (partsAs !== null) for (const [name, part] of Object.entries(parts)) add(partsAs, name, part)
  }
  return [...facets].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Each resample draws items, and both are scored on the same draw. O(resamples · (items + kinds · columns)). */
function difference<Column extends string>(plan: TallyPlan<Column>, [a, b]: [Counts[], Counts[]], name: string, { confidence, ...resampling }: Resampling & { confidence: number }): Difference {
  if (a.length !== b.length) throw new RangeError('the systems were scored on other items')
  const { of } = plan.measures.find((measure) => measure.name === name)!
  const width = plan.columns.length
  const filled = (counts: Counts) => Array.from({ length: width }, (_, column) => counts[column] ?? 0)
  const { kinds, kindOf } = kindsOfCounts(a.map((counts, item) => [...filled(counts), ...filled(b[item]!)]))
  const sums = new Float64Array(2 * width)
  const [ofA, ofB] = [sumsBy(plan.columns, sums.subarray(0, width)), sumsBy(plan.columns, sums.subarray(width))]
  const apart = (times: ArrayLike<number>): number | null => {
    sumUp(kinds, times, sums)
    const [inA, inB] = [of(ofA).value, of(ofB).value]
    return inA === null || inB === null ? null : inA - inB
  }
  const once = new Float64Array(kinds.length)
  for (const kind of kindOf) once[kind]! += 1
  const observed = apart(once)
  if (observed === null) return { difference: null, low: null, high: null, p: null }
  const replicates: (number | null)[] = []
  bootstrap(kindOf, kinds.length, resampling, (times) => replicates.push(apart(times)))
  const interval = percentileInterval(replicates, confidence)
  return { difference: observed, low: interval?.low ?? null, high: interval?.high ?? null, p: bootstrapP(replicates) }
}

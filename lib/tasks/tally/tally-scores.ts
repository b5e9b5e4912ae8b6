import type { Steps } from '@/lib/stats/steps'
import { byName } from '../by-name'
import type { DifferenceAndTold, GroupScores, Scored, ScoresAndTold, TaskEvaluation } from '../evaluation'
import { marksIn } from '../kept-marks'
import { bearingOf } from './tally-bearing'
import { blurred, putTold } from './tally-blurred'
import { differencesOf } from './tally-difference'
import { kindsOf, laidOutBy } from './tally-layout'
import { meansOfTallies } from './tally-means'
import { measured } from './tally-measures'
import type { TallyPlan } from './tally-plan'
import { TallySample } from './tally-sample'
import { toldMeasures } from './tally-told'

/** How contests are scored whose marks are tallies, by the task's own plan. */
export function tallyScores<Column extends string>(plan: TallyPlan<Column>): Pick<TaskEvaluation, 'between' | 'kindOf' | 'measures' | 'scores' | 'meanScores' | 'differences'> {
  const width = plan.columns.length
  return {
    between: plan.between,
    kindOf: (mark) => mark.charAt(0),
    measures: plan.measures.map(({ name, better }) => ({ name, better })),
    *scores(did, facets, { coarse, ...of }): Steps<ScoresAndTold[]> {
      const sample = new TallySample(did.at.length, did.marks.length * width)
      const groups = yield* laidOutBy(plan, sample, did, facets)
      for (const group of groups) sample.addGroup(group)
      const scored: GroupScores[][] = []
      const wanted = coarse ? [0] : groups.map((_, group) => group)
      yield* sample.resampled(wanted, of, (group, replicate) => {
        scored[group] = measured(plan, sample.sumsOf(group), { ...of, facet: groups[group]!.facet, replicate })
      })
      const sums = sample.sumsOf(0)
      const toldOf = ({ measures }: GroupScores, contest: number): Record<string, Scored> | null =>
        coarse && toldMeasures(plan, measures, coarse.smallest, ({ over, said }) => bearingOf(plan, [...over, ...said], sums, contest * width))
      const all = did.marks.map((_, contest): ScoresAndTold => ({ ...scored[0]![contest]!, ...of, by: byName(), tooSmall: 0, told: toldOf(scored[0]![contest]!, contest) }))
      for (const [group, { facet, value }] of groups.entries()) {
        if (facet === null) continue
        const sumsOfGroup = coarse && sample.sumsOf(group)
        for (const [contest, scores] of all.entries()) {
          putTold(plan, scores, { facet, value }, sumsOfGroup ? blurred(plan, sumsOfGroup, { ...coarse, facet, from: contest * width, all: sums }) : scored[group]![contest]!)
        }
        yield 1
      }
      return all
    },
    meanScores: (contestants, facets, of) => meansOfTallies(plan, contestants, facets, of),
    *differences(own, rivals, asked, of): Steps<Record<string, DifferenceAndTold>[]> {
      const mine = marksIn(own, plan.between)
      const items = Array.from(mine, (_, item) => item)
      const sample = new TallySample(items.length, 2 * width)
      for (const rival of rivals) {
        const theirs = marksIn(rival, plan.between)
        if (theirs.length !== mine.length) throw new RangeError('the systems were scored on other items')
        sample.addGroup({ items, kinds: yield* kindsOf(plan, sample, [mine, theirs]) })
      }
      const found: Record<string, DifferenceAndTold>[] = []
      yield* sample.resampled(rivals.map((_, nth) => nth), of, (group, replicate) => {
        found[group] = differencesOf(plan, asked, sample.sumsOf(group), { ...of, replicate })
      })
      return found
    },
  }
}

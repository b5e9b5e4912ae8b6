import type { Steps } from '@/lib/stats/steps'
import { byName } from '../by-name'
import type { Difference, GroupScores, Scores, TaskEvaluation } from '../evaluation'
import { marksIn } from '../kept-marks'
import { blurred } from './tally-blurred'
import { differencesOf } from './tally-difference'
import { kindsOf, laidOutBy } from './tally-layout'
import { meanOfTallies } from './tally-mean'
import { measured } from './tally-measures'
import type { TallyPlan } from './tally-plan'
import { TallySample } from './tally-sample'

/** How contests are scored whose marks are tallies, by the task's own plan. */
export function tallyScores<Column extends string>(plan: TallyPlan<Column>): Pick<TaskEvaluation, 'between' | 'kindOf' | 'measures' | 'scores' | 'meanScores' | 'differences'> {
  const width = plan.columns.length
  return {
    between: plan.between,
    kindOf: (mark) => mark.charAt(0),
    measures: plan.measures.map(({ name, better }) => ({ name, better })),
    *scores(did, facets, { coarse, ...of }): Steps<Scores[]> {
      const { sample, groups } = yield* laidOutBy(plan, did, facets)
      const scored: GroupScores[][] = []
      const wanted = coarse ? [0] : groups.map((_, group) => group)
      yield* sample.resampled(wanted, of, (group, replicate) => {
        scored[group] = measured(plan, sample.sumsOf(group), { ...of, facet: groups[group]!.facet, replicate })
      })
      const all = did.marks.map((_, contest): Scores => ({ ...scored[0]![contest]!, ...of, by: byName(), tooSmall: 0 }))
      for (const [group, { facet, value }] of groups.entries()) {
        if (facet === null) continue
        const sums = coarse && sample.sumsOf(group)
        for (const [contest, scores] of all.entries()) {
          const told = sums ? blurred(plan, sums, { ...coarse, facet, from: contest * width }) : scored[group]![contest]!
          if (told) (scores.by[facet] ??= byName())[value] = told
          else scores.tooSmall += 1
        }
        yield 1
      }
      return all
    },
    *meanScores(contestants, items, of): Steps<Scores[]> {
      const contests = contestants[0]?.marks.length ?? 0
      const sample = new TallySample(items, contests * width)
      for (const did of contestants) sample.addGroup({ items: did.at, kinds: yield* kindsOf(plan, sample, did.marks) })
      const done = new Set(contestants.flatMap(({ at }) => [...at])).size
      const means = yield* meanOfTallies(plan, sample, { ...of, contestants: contestants.length, contests })
      return means.map((mean) => ({ items: done, ...mean, ...of, by: {}, tooSmall: 0 }))
    },
    *differences(own, rivals, asked, of): Steps<Record<string, Difference>[]> {
      const mine = marksIn(own, plan.between)
      const items = Array.from(mine, (_, item) => item)
      const sample = new TallySample(items.length, 2 * width)
      for (const rival of rivals) {
        const theirs = marksIn(rival, plan.between)
        if (theirs.length !== mine.length) throw new RangeError('the systems were scored on other items')
        sample.addGroup({ items, kinds: yield* kindsOf(plan, sample, [mine, theirs]) })
      }
      const found: Record<string, Difference>[] = []
      yield* sample.resampled(rivals.map((_, nth) => nth), of, (group, replicate) => {
        found[group] = differencesOf(plan, asked, sample.sumsOf(group), { ...of, replicate })
      })
      return found
    },
  }
}

import { undefinedBy } from '@/lib/stats/estimate'
import type { Steps } from '@/lib/stats/steps'
import { byName } from '../by-name'
import type { Did, Scored, ScoresAndTold, Scoring } from '../evaluation'
import type { FacetGroups } from '../facet-groups'
import { blurredValues, putTold } from './tally-blurred'
import { laidOutBy } from './tally-layout'
import { TallyMean } from './tally-mean'
import { meanBearings } from './tally-mean-bearing'
import { chosenByLabel, isOfLabels, meansNothing } from './tally-measures'
import type { TallyPlan } from './tally-plan'
import { TallySample, type GroupItems } from './tally-sample'
import { toldMeasures } from './tally-told'

/** `groups`: of the sample, what each contestant did of it. */
type MeanGroup = { facet: string | null; value: string; groups: number[]; items: number }

/**
 * The mean over contestants, of all that they did and by each facet's each value, by contest. The intervals resample items, and an item
 * brings all that was said of it. The groups come one after the other, so that no more than one's replicates are held.
 */
export function* meansOfTallies<Column extends string>(plan: TallyPlan<Column>, contestants: readonly Did[], facets: FacetGroups, { coarse, ...of }: Scoring): Steps<ScoresAndTold[]> {
  const contests = contestants[0]?.marks.length ?? 0
  if (contests === 0) return []
  const sample = new TallySample(facets.items, contests * plan.columns.length)
  const laidOut: GroupItems[] = []
  const named = new Map<string, MeanGroup>()
  for (const did of contestants)
    for (const { facet, value, items, kinds } of yield* laidOutBy(plan, sample, did, facets)) {
      const key = JSON.stringify([facet, value])
      const mean = named.get(key) ?? { facet, value, groups: [], items: 0 }
      named.set(key, mean)
      mean.groups.push(laidOut.push({ items: items.map((place) => did.at[place]!), kinds }) - 1)
      mean.items += items.length
    }
  for (const group of laidOut) sample.addGroup(group)
  const means = [...named.values()].sort(inOrder)
  const all = Array.from({ length: contests }, (): ScoresAndTold => ({ items: new Set(contestants.flatMap(({ at }) => [...at])).size, counts: {}, measures: {}, ...of, by: byName(), tooSmall: 0, told: null }))

  const bearings = (mean: MeanGroup) => meanBearings(plan, { items: sample.items, ofLabels: isOfLabels(plan, mean.facet) }, mean.groups.map((group) => ({ sums: sample.sumsOf(group), items: laidOut[group]!.items })))
  /** Two at most of what each did: that there are several is all that is asked. */
  const drawnOf = ({ groups }: MeanGroup) => ({ confidence: of.confidence, items: new Set(groups.flatMap((group) => laidOut[group]!.items.slice(0, 2))).size })
  const whole = (mean: MeanGroup, done: TallyMean<Column>) => {
    const drawn = drawnOf(mean)
    const bearingsIn = coarse && bearings(mean)
    for (const [contest, scores] of all.entries()) {
      const sum = done.sums(contest)
      scores.counts = Object.fromEntries(plan.told(sum).map((column) => [column, sum(column)]))
      scores.measures = Object.fromEntries(plan.measures.map(({ name }, at) => [name, done.scored(contest, at, drawn)]))
      if (!bearingsIn) continue
      const bearing = bearingsIn(contest)
      scores.told = toldMeasures(plan, scores.measures, coarse.smallest, (_, at) => bearing[at]!)
    }
  }
  const grouped = (mean: MeanGroup, done: TallyMean<Column>) => {
    const { facet, value, items } = mean
    const drawn = drawnOf(mean)
    for (const [contest, scores] of all.entries()) {
      const scored = ({ name }: { name: string }, at: number): [string, Scored] => [name, meansNothing(plan, facet, name) ? { ...undefinedBy(chosenByLabel), low: null, high: null } : done.scored(contest, at, drawn)]
      putTold(plan, scores, { facet: facet!, value }, { items, counts: {}, measures: Object.fromEntries(plan.measures.map(scored)) })
    }
  }
  const blurred = (mean: MeanGroup, done: TallyMean<Column>) => {
    const bearingsIn = bearings(mean)
    for (const [contest, scores] of all.entries()) {
      const bearing = bearingsIn(contest)
      const values = Object.fromEntries(plan.measures.map(({ name }, at) => [name, { value: done.value(contest, at).value, bearing: bearing[at]! }]))
      putTold(plan, scores, { facet: mean.facet!, value: mean.value }, blurredValues(plan, { items: mean.items, values }, { ...coarse!, facet: mean.facet! }))
    }
  }

  const queue = means.flatMap((mean) => mean.groups.map((group) => ({ group, mean })))
  const resampled = queue.filter(({ mean }) => !coarse || mean.facet === null)
  const drawn = new Float64Array(contests * plan.columns.length)
  let [at, now] = [0, new TallyMean(plan, contests, of.resamples)]
  yield* sample.resampled(resampled.map(({ group }) => group), of, (group, replicate) => {
    now.add(sample.sumsOf(group).sums)
    for (let nth = 0; nth < of.resamples; nth++) {
      replicate(nth, drawn)
      now.addReplicate(nth, drawn)
    }
    const { mean } = resampled[at]!
    if (resampled[++at]?.mean === mean) return
    ;(mean.facet === null ? whole : grouped)(mean, now)
    now = new TallyMean(plan, contests, of.resamples)
  })
  if (coarse)
    for (const mean of means.filter(({ facet }) => facet !== null)) {
      const done = new TallyMean(plan, contests, 0)
      for (const group of mean.groups) done.add(sample.sumsOf(group).sums)
      blurred(mean, done)
      yield 1
    }
  return all
}

/** All items first, then by facet and value in code-unit order. */
const inOrder = (a: MeanGroup, b: MeanGroup): number =>
  a.facet === b.facet ? (a.value < b.value ? -1 : 1) : a.facet === null ? -1 : b.facet === null ? 1 : a.facet < b.facet ? -1 : 1

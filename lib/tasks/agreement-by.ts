import type { Measure } from '@/lib/releases/agreement-facts'
import { ac } from '@/lib/stats/agreement/ac'
import { AgreementSketch, weightsByDegree, type SketchedMeasure } from '@/lib/stats/agreement/agreement-sketch'
import { alpha } from '@/lib/stats/agreement/alpha'
import type { Coefficient } from '@/lib/stats/agreement/coefficient'
import { cohen } from '@/lib/stats/agreement/cohen'
import { conger } from '@/lib/stats/agreement/conger'
import { percent } from '@/lib/stats/agreement/percent'
import type { Resampling } from '@/lib/stats/bootstrap'
import type { CategoryWeights } from '@/lib/stats/category-weights'
import { poissonWeights } from '@/lib/stats/poisson-weights'
import { seededRandom } from '@/lib/stats/seeded-random'
import { toEnd, type Steps } from '@/lib/stats/steps'
import { Followed } from './followed'
import type { RatedScale, RatedUnit } from './rated-units'

export const facets = ['all', 'axis', 'specialty', 'pair', 'criterion'] as const
export type Facet = (typeof facets)[number]

/** `text`: of a criterion, its words. Pairs are named by both readers, ` · ` between them. */
export type AgreementGroup = { facet: Facet; name: string; text: string | null; measures: Measure[] }

/** `form`: of the protocol it was given under. */
export type RatedReading = { rater: string; answer: unknown; form: unknown }
export type ReadItem = { content: unknown; specialty: string | null; readings: readonly RatedReading[] }

const confidence = 0.95
/** More criteria than a person reads; those that readers disagree on most. */
const mostCriteria = 50
/** Criteria counted one by one at a time: where every item has a rubric of its own there are as many as items, and more. */
const mostFollowed = 20_000
/** Of fewer than these (five responses read by two) a share of agreement says next to nothing: a rubric of one item's own has a criterion judged once or twice. */
const leastRatings = 10

/**
 * Agreement by axis, specialty, pair of readers and criterion, gathered item by item. Percent, κ (Conger's, which is Cohen's of
 * two readers; of a pair Cohen's), α (nominal) and AC; with partial agreement where the scale has it, AC then being AC2 beside AC1. The
 * categories of a group are what could be said of any of its units, whether anybody said it or not.
 * Intervals by bootstrap over items, whose units stay together; of a criterion, over its units. Memory: patterns of answers for
 * each group, counts for each of `followed` criteria at most; none for an item. Beyond those, criteria that stand in one item alone and
 * that readers differ on least make room, and count in all other groups only.
 */
export function agreementBy(scale: RatedScale, resampling: Resampling, wanted: readonly Facet[] = facets, followed = mostFollowed) {
  const random = seededRandom(resampling.seed)
  const times = new Uint8Array(resampling.resamples)
  const sketches = new Map<Facet, Map<string, Group>>(wanted.map((facet) => [facet, new Map()]))
  const criteria = new Followed<Group>(followed, stayingFirst)
  let item = 0
  const newGroup = (text: string | null, replicates: number): Group => ({ sketch: new AgreementSketch(scale.categories.length, replicates), offered: new Set(), text, items: 0, lastItem: -1, differing: 0 })
  const groupOf = (facet: Facet, name: string, text: string | null): Group | null => {
    if (facet === 'criterion') return criteria.of(name, () => newGroup(text, 0))
    const groups = sketches.get(facet)!
    const known = groups.get(name) ?? newGroup(text, resampling.resamples)
    groups.set(name, known)
    return known
  }
  const into = (facet: Facet, name: string, text: string | null, { given, offered }: Rated) => {
    const group = sketches.has(facet) ? groupOf(facet, name, text) : null
    if (!group) return
    for (const category of offered) group.offered.add(category)
    group.sketch.add(given, times)
    if (given.length > 1 && group.lastItem !== item) {
      group.items += 1
      group.lastItem = item
    }
    group.differing += Number(given.some(({ category }) => category !== given[0]!.category))
  }
  return {
    add({ content, specialty, readings }: ReadItem): void {
      poissonWeights(random, times)
      item += 1
      for (const rated of unitsOf(scale, content, readings)) {
        const { unit, given, offered } = rated
        for (const axis of unit.axes) into('axis', axis, null, rated)
        if (!unit.counts) continue
        into('all', scale.of, null, rated)
        if (given.length < 2) continue
        if (specialty !== null) into('specialty', specialty, null, rated)
        if (unit.criterion) into('criterion', unit.criterion.key, unit.criterion.text, rated)
        for (const [nth, one] of given.entries())
          for (const other of given.slice(nth + 1)) into('pair', [one.rater, other.rater].sort().join(' · '), null, { unit, offered, given: one.rater < other.rater ? [one, other] : [other, one] })
      }
    },
    /** A slice a group. */
    *inSteps(): Steps<AgreementGroup[]> {
      const asked = wanted.flatMap((facet) => {
        const named = ([name, group]: Named) => ({ facet, name, group })
        if (facet === 'criterion') return worstFirst(scale, criteria.entries()).slice(0, mostCriteria).map(named)
        return [...sketches.get(facet)!].map(named).sort((a, b) => (a.name < b.name ? -1 : 1))
      })
      const told: AgreementGroup[] = []
      for (const { facet, name, group } of asked) {
        told.push({ facet, name, text: group.text, measures: measuresOf(scale, facet, name, group, facet === 'criterion' ? resampling : undefined) })
        yield told.length / asked.length
      }
      return told
    },
    groups(): AgreementGroup[] {
      return toEnd(this.inSteps())
    },
    /** How many criteria are counted one by one, and how many made room for them. */
    criteria: () => ({ followed: criteria.entries().length, leftOut: criteria.leftOut }),
  }
}

/** Those that readers disagree on most, and after them those judged too seldom to say; of equals, what was judged more often. */
function worstFirst(scale: RatedScale, groups: readonly Named[]): Named[] {
  const agreed = new Map(groups.map(([, group]) => [group, partialAgreement(scale, group)]))
  return groups.toSorted(([name, a], [other, b]) => seldom(a) - seldom(b) || agreed.get(a)! - agreed.get(b)! || b.sketch.units - a.sketch.units || (name < other ? -1 : 1))
}

/** What stands in several items is what a study is about; of the others what is differed on most often, by counts that are at hand. */
function stayingFirst(groups: readonly Named[]): Named[] {
  const alone = ({ items }: Group) => Number(items < 2)
  const differing = ({ differing: times, sketch }: Group) => times / sketch.units
  return groups.toSorted(([, a], [, b]) => alone(a) - alone(b) || seldom(a) - seldom(b) || differing(b) - differing(a))
}

const seldom = ({ sketch }: { sketch: AgreementSketch }) => Number(sketch.ratings < leastRatings)

type Named = [name: string, group: Group]
/** `items`: how many it is of, by what two readers or more said. `differing`: units of which not everybody said the same. */
type Group = { sketch: AgreementSketch; offered: Set<number>; text: string | null; items: number; lastItem: number; differing: number }
type Rated = { unit: RatedUnit; offered: ReadonlySet<number>; given: { rater: string; category: number }[] }

function unitsOf(scale: RatedScale, content: unknown, readings: readonly RatedReading[]): Rated[] {
  const units = new Map<string, Rated & { offered: Set<number> }>()
  for (const { rater, answer, form } of readings)
    for (const unit of scale.units(content, answer, form)) {
      const known = units.get(unit.unit) ?? { unit, offered: new Set<number>(), given: [] }
      for (const category of unit.offered) known.offered.add(category)
      known.given.push({ rater, category: unit.category })
      units.set(unit.unit, known)
    }
  return [...units.values()]
}

const identity = (categories: number): CategoryWeights => Array.from({ length: categories }, (_, k) => Array.from({ length: categories }, (__, l) => Number(k === l)))
const measureBy = (coefficient: Coefficient, weights: CategoryWeights): SketchedMeasure => (patterns) => coefficient(patterns, weights)

/** The categories of a group as places of its own: by degree, and as sides alone. */
function scalesOf({ degrees, sides }: RatedScale, offered: ReadonlySet<number>) {
  const all = [...offered].sort((a, b) => a - b)
  const side = (category: number) => sides?.[category] ?? category
  const distinct = [...new Set(all.map(side))]
  return {
    plain: { placeOf: (category: number) => distinct.indexOf(side(category)), weights: identity(distinct.length) },
    byDegree: degrees && { placeOf: (category: number) => all.indexOf(category), weights: weightsByDegree(all.map((category) => degrees[category] ?? null)) },
  }
}

function partialAgreement(scale: RatedScale, { sketch, offered, items }: Group): number {
  const { plain, byDegree } = scalesOf(scale, offered)
  const { placeOf, weights } = byDegree ?? plain
  return sketch.measured(measureBy(percent, weights), confidence, items, { among: { placeOf, categories: weights.length }, asksWho: false }).value ?? 1
}

function measuresOf(scale: RatedScale, facet: Facet, name: string, { sketch, offered, items }: Group, byUnit?: Resampling): Measure[] {
  const { plain, byDegree } = scalesOf(scale, offered)
  const kappa = facet === 'pair' ? cohen : conger
  const categories = plain.weights.map((_, nth) => ({ name: String(nth), number: null }))
  type Asked = [metric: string, level: string | null, by: typeof plain, SketchedMeasure]
  const asked: Asked[] = [
    ['percent', null, plain, measureBy(percent, plain.weights)],
    byDegree ? ['weighted-kappa', null, byDegree, measureBy(kappa, byDegree.weights)] : ['kappa', null, plain, measureBy(kappa, plain.weights)],
    ['alpha', 'nominal', plain, (patterns) => alpha(patterns, categories, 'nominal')],
    ['ac1', null, plain, measureBy(ac, plain.weights)],
    ...(byDegree ? [['ac2', null, byDegree, measureBy(ac, byDegree.weights)] as Asked] : []),
  ]
  return asked.map(([metric, level, { placeOf, weights }, measure]) => {
    const among = { placeOf, categories: weights.length }
    return { metric, level, of: name, ...sketch.measured(measure, confidence, items, { among, byUnit, asksWho: metric === 'kappa' || metric === 'weighted-kappa' }) }
  })
}

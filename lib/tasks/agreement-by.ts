import type { Measure } from '@/lib/releases/agreement-facts'
import { ac } from '@/lib/stats/agreement/ac'
import { AgreementSketch, type SketchedMeasure } from '@/lib/stats/agreement/agreement-sketch'
import { alpha } from '@/lib/stats/agreement/alpha'
import type { Coefficient } from '@/lib/stats/agreement/coefficient'
import { cohen } from '@/lib/stats/agreement/cohen'
import { conger } from '@/lib/stats/agreement/conger'
import { percent } from '@/lib/stats/agreement/percent'
import type { Resampling } from '@/lib/stats/bootstrap'
import { poissonWeights } from '@/lib/stats/poisson-weights'
import { seededRandom } from '@/lib/stats/seeded-random'
import { agreementReasons } from './agreement-reasons'
import type { RatedScale, RatedUnit } from './rated-units'

export const facets = ['all', 'axis', 'specialty', 'pair', 'criterion'] as const
export type Facet = (typeof facets)[number]

/** `text`: of a criterion, its words. Pairs are named by both readers, ` · ` between them. */
export type AgreementGroup = { facet: Facet; name: string; text: string | null; measures: Measure[] }

export type ReadItem = { content: unknown; specialty: string | null; readings: readonly { rater: string; answer: unknown }[] }

const confidence = 0.95
/** More criteria than a person reads; those that readers disagree on most. */
const mostCriteria = 50

/**
 * Agreement by axis, specialty, pair of readers and criterion, gathered item by item. Percent, κ (Conger's, which is Cohen's of
 * two readers; of a pair Cohen's), α (nominal) and AC; with partial agreement where the scale has it, AC then being AC2 beside AC1.
 * Intervals by bootstrap over items, whose units stay together; of a criterion, over its units. Memory: patterns of answers for
 * each group, counts for each criterion; none for an item.
 */
export function agreementBy(scale: RatedScale, resampling: Resampling, wanted: readonly Facet[] = facets) {
  const random = seededRandom(resampling.seed)
  const times = new Uint8Array(resampling.resamples)
  const sketches = new Map<Facet, Map<string, { sketch: AgreementSketch; text: string | null }>>(wanted.map((facet) => [facet, new Map()]))
  const into = (facet: Facet, name: string, text: string | null, given: { rater: string; category: number }[]) => {
    const groups = sketches.get(facet)
    if (!groups) return
    const group = groups.get(name) ?? { sketch: new AgreementSketch(scale.categories.length, facet === 'criterion' ? 0 : resampling.resamples), text }
    groups.set(name, group)
    group.sketch.add(given, times)
  }
  return {
    add({ content, specialty, readings }: ReadItem): void {
      poissonWeights(random, times)
      for (const { unit, given } of unitsOf(scale, content, readings)) {
        if (unit.axis !== null) into('axis', unit.axis, null, given)
        if (!unit.counts) continue
        into('all', scale.of, null, given)
        if (given.length < 2) continue
        if (specialty !== null) into('specialty', specialty, null, given)
        if (unit.criterion) into('criterion', unit.criterion.key, unit.criterion.text, given)
        for (const [nth, one] of given.entries())
          for (const other of given.slice(nth + 1)) into('pair', [one.rater, other.rater].sort().join(' · '), null, one.rater < other.rater ? [one, other] : [other, one])
      }
    },
    groups(): AgreementGroup[] {
      return wanted.flatMap((facet): AgreementGroup[] => {
        const groups = [...sketches.get(facet)!].map(([name, group]) => ({ name, ...group }))
        if (facet !== 'criterion') return groups.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, text, sketch }) => ({ facet, name, text, measures: measuresOf(scale, facet, name, sketch) }))
        // Those that readers disagree on most, first; of equals, what was judged more often.
        const agreed = new Map(groups.map(({ sketch }) => [sketch, sketch.measured(measureBy(percent, scale.weights ?? identity(scale)), confidence, { asksWho: false }).value ?? 1]))
        const worst = groups.sort((a, b) => agreed.get(a.sketch)! - agreed.get(b.sketch)! || b.sketch.units - a.sketch.units || (a.name < b.name ? -1 : 1)).slice(0, mostCriteria)
        return worst.map(({ name, text, sketch }) => ({ facet, name, text, measures: measuresOf(scale, facet, name, sketch, resampling) }))
      })
    },
  }
}

function unitsOf(scale: RatedScale, content: unknown, readings: ReadItem['readings']): { unit: RatedUnit; given: { rater: string; category: number }[] }[] {
  const units = new Map<string, { unit: RatedUnit; given: { rater: string; category: number }[] }>()
  for (const { rater, answer } of readings)
    for (const unit of scale.units(content, answer)) {
      const known = units.get(unit.unit) ?? { unit, given: [] }
      known.given.push({ rater, category: unit.category })
      units.set(unit.unit, known)
    }
  return [...units.values()]
}

const identity = ({ categories }: RatedScale) => categories.map((_, k) => categories.map((__, l) => Number(k === l)))
const measureBy = (coefficient: Coefficient, weights: readonly (readonly number[])[]): SketchedMeasure => (patterns) => coefficient(patterns, weights)

function measuresOf(scale: RatedScale, facet: Facet, name: string, sketch: AgreementSketch, byUnit?: Resampling): Measure[] {
  const plain = identity(scale)
  const weights = scale.weights ?? plain
  const categories = scale.categories.map((category) => ({ name: category, number: null }))
  const asked: [metric: string, level: string | null, SketchedMeasure][] = [
    ['percent', null, measureBy(percent, plain)],
    [scale.weights ? 'weighted-kappa' : 'kappa', null, measureBy(facet === 'pair' ? cohen : conger, weights)],
    ['alpha', 'nominal', (patterns) => alpha(patterns, categories, 'nominal')],
    ['ac1', null, measureBy(ac, plain)],
    ...(scale.weights ? [['ac2', null, measureBy(ac, weights)] as [string, null, SketchedMeasure]] : []),
  ]
  return asked.map(([metric, level, measure]) => {
    const { value, reason, ...rest } = sketch.measured(measure, confidence, { byUnit, asksWho: metric === 'kappa' || metric === 'weighted-kappa' })
    return { metric, level, of: name, value, reason: reason === null ? null : agreementReasons[reason], ...rest }
  })
}

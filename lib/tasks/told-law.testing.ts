import fc from 'fast-check'
import type { Facets, Mark, Marked } from './evaluation'
import { keptMarks } from './kept-marks'
import { scoredAtOnce } from './scored-at-once.testing'
import { bearingOf } from './tally/tally-bearing'
import { isOfLabels } from './tally/tally-measures'
import type { TallyPlan } from './tally/tally-plan'
import type { TaskLaw } from './told-law-tasks.testing'
import { toldScores } from './told-scores'

/** Of each item which of the task's labels it has, how large it is, and what is said of it. */
export type World = { labels: readonly number[]; sizes: readonly number[]; said: readonly string[] }

export const turned = (world: World, item: number, label: number): World => ({ ...world, labels: world.labels.with(item, label) })

/** Worlds of so many items, many of them of one label and one answer; a rival says the same of most. */
export const anyWorld = (law: TaskLaw, items: { min: number; max: number }): fc.Arbitrary<World & { rival: string[] }> =>
  fc.record({ seed: fc.nat(1e6), items: fc.integer(items), common: fc.constantFrom(0, 0.5, 0.8), large: fc.constantFrom(0, 0.03, 0.5), apart: fc.constantFrom(0, 0.02, 0.3), leaning: fc.constantFrom(0, 0.5, 0.9) }).map((drawn) => {
    let state = drawn.seed + 1
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
    const all = Object.keys(law.said)
    const any = () => (random() < drawn.leaning ? all[0]! : all[Math.floor(random() * all.length)]!)
    const said = Array.from({ length: drawn.items }, any)
    return {
      said,
      labels: said.map(() => (random() < drawn.common ? 1 : Math.floor(random() * law.labels))),
      sizes: said.map(() => (random() < drawn.large ? Math.floor(random() * law.sizes) : 0)),
      rival: said.map((each) => (random() < drawn.apart ? any() : each)),
    }
  })

const coarse = { smallest: 40, step: 0.05 }
const known = new Map<TaskLaw, Map<string, Marked>>()

function marksOf(law: TaskLaw, { labels, sizes }: World, said: readonly string[]): Marked[] {
  const own = known.get(law) ?? new Map<string, Marked>()
  known.set(law, own)
  return labels.map((label, item) => {
    const [size, what] = [sizes[item]!, said[item]!]
    const key = `${label} ${size} ${what}`
    const readings = law.readings?.(label, size) ?? []
    if (!own.has(key)) own.set(key, law.evaluation.mark(law.record(label, size), law.said[what]!(size), { match: law.evaluation.matches[0], readings }))
    const { mark, facets } = own.get(key)!
    return { mark, facets: { ...facets, ward: [item % 3 ? 'a' : 'b'] } satisfies Facets }
  })
}

/** All that others are told of a system that says so, and of how it differs from a rival; beside it what is so, and how many items bear it. */
export function toldOf(law: TaskLaw, world: World, rival: readonly string[] = world.said, resamples = 400) {
  const { evaluation, plan } = law
  const { scores, difference } = scoredAtOnce(evaluation)
  const of = { seed: 1, resamples, confidence: 0.95, coarse }
  const [own, theirs] = [marksOf(law, world, world.said), marksOf(law, world, rival)]
  const exact = scores(own, of)
  const kept = (all: readonly { mark: Mark }[]) => keptMarks(all.map(({ mark }) => mark), evaluation.between)
  const against = rival === world.said ? {} : Object.fromEntries(evaluation.compared.map((name) => [name, difference(kept(own), kept(theirs), name, of)]))
  const told = toldScores(exact, { rival: against }, { items: own.length, answered: world.said.filter((what, item) => law.said[what]!(world.sizes[item]!)).length, smallest: coarse.smallest })
  const groups = () => scores(own, { ...of, coarse: null, resamples: 1 }).by
  return { ...told, against: told.against['rival'] ?? {}, exact, groups, bearing: bearingsOf(plan, own), rivalBearing: bearingsOf(plan, theirs), bearingIn: (facet: string, value: string) => bearingsOf(plan, own, [facet, value]), fortiesIn: (facet: string, value: string) => fortiesOf(plan, own, [facet, value]) }
}

type Group = readonly [facet: string, value: string] | null

function sumsOf(plan: TallyPlan<string>, marks: readonly Marked[], group: Group) {
  const [facet, value] = group ?? [null, '']
  const [sums, largest] = [new Float64Array(plan.columns.length), new Float64Array(plan.columns.length)]
  for (const { mark, facets } of marks) {
    const tally = plan.read(mark)
    const counts = facet === null || facets[facet]?.includes(value) ? tally?.counts : facet === plan.partsAs ? tally?.parts?.[value] : undefined
    counts?.forEach((count, column) => {
      sums[column]! += count
      largest[column] = Math.max(largest[column]!, count)
    })
  }
  return { sums, largest }
}

/** Of the whole, or of a group as the law has it: what is said is asked where it says nothing of who is in it. */
function bearingsOf(plan: TallyPlan<string>, marks: readonly Marked[], group: Group = null): Record<string, number> {
  const [facet, { sums, largest }] = [group?.[0] ?? null, sumsOf(plan, marks, group)]
  return Object.fromEntries(plan.measures.map(({ name, over, said }) => [name, bearingOf(plan, isOfLabels(plan, facet) ? over : [...over, ...said], { sums, largest }, 0)]))
}

/** How often forty is in what is taken from what bears a measure: an item more or fewer there may take forty at once. */
function fortiesOf(plan: TallyPlan<string>, marks: readonly Marked[], group: Group): Record<string, number[]> {
  const { sums } = sumsOf(plan, marks, group)
  return Object.fromEntries(plan.measures.map(({ name, over, said }) => [name, [...over, ...said].map(({ less }) => (less ? Math.ceil(sums[plan.columns.indexOf(less)]! / 40) : 0))]))
}

/** Which numbers there are at all, of the whole and of groups. */
export const shapeOf = ({ measures, by }: Pick<ReturnType<typeof toldOf>, 'measures' | 'by'>): string[] => {
  const named = (where: string, of: typeof measures) => Object.entries(of).flatMap(([name, { value }]) => (value === null ? [] : `${where} ${name}`))
  return [...named('', measures), ...Object.entries(by).flatMap(([facet, groups]) => Object.entries(groups).flatMap(([value, group]) => named(`${facet}:${value}`, group.measures)))]
}

import type { Steps } from '@/lib/stats/steps'
import type { Did } from '../evaluation'
import { mostValues, type FacetGroups } from '../facet-groups'
import type { TallyPlan } from './tally-plan'
import { itemsAStep, type TallySample, type GroupItems } from './tally-sample'

/** Items of a group with their kinds; the first group, of no facet, are all items. */
export type LaidOut = GroupItems & { facet: string | null; value: string }
type Named = LaidOut & { facet: string }

/** What was done, all of it and by each facet's each value, in code-unit order, items by their place in it; the parts of tallies are a facet of their own. */
export function* laidOutBy<Column extends string>(plan: TallyPlan<Column>, sample: TallySample, { at, marks }: Did, facets: FacetGroups): Steps<LaidOut[]> {
  const kinds = yield* kindsOf(plan, sample, marks)
  const placeOf = new Int32Array(facets.items).fill(-1)
  for (let place = 0; place < at.length; place++) placeOf[at[place]!] = place
  const groups = yield* partsOf(plan, sample, marks)
  for (const { facet, value, members } of facets.groups()) {
    const items = members.flatMap((item) => (placeOf[item]! < 0 ? [] : placeOf[item]!))
    if (facet !== plan.partsAs && items.length > 0) groups.push({ facet, value, items, kinds: items.map((item) => kinds[item]!) })
    yield 0
  }
  const all = { facet: null, value: '', items: Array.from(kinds, (_, item) => item), kinds }
  return [all, ...groups.sort((a, b) => (a.facet === b.facet ? 0 : a.facet < b.facet ? -1 : 1))]
}

/** The kind of each item by its marks in all contests, their columns one after the other. */
export function* kindsOf<Column extends string>(plan: TallyPlan<Column>, sample: TallySample, marks: Did['marks']): Steps<number[]> {
  const kinds: number[] = []
  for (let item = 0; item < (marks[0]?.length ?? 0); item++) {
    const own = marks.map((of) => of[item]!)
    kinds.push(sample.kindOf(own.join(' '), () => own.flatMap((mark) => filled(plan.read(mark)?.counts ?? [], plan.columns.length))))
    if (item % itemsAStep === itemsAStep - 1) yield 0
  }
  return kinds
}

/** Items under the name of each of their parts; none where there are more names than anybody reads. */
function* partsOf<Column extends string>({ partsAs, read, columns }: TallyPlan<Column>, sample: TallySample, marks: Did['marks']): Steps<Named[]> {
  if (partsAs === null) return []
  const named = new Map<string, { items: number[]; kinds: number[] }>()
  for (let item = 0; item < (marks[0]?.length ?? 0); item++) {
    const parts = marks.map((of) => read(of[item]!)?.parts ?? {})
    for (const name of new Set(parts.flatMap((of) => Object.keys(of)))) {
      const counts = parts.flatMap((of) => filled(Object.hasOwn(of, name) ? of[name]! : [], columns.length))
      const { items, kinds } = named.get(name) ?? { items: [], kinds: [] }
      named.set(name, { items, kinds })
      items.push(item)
      kinds.push(sample.kindOf(counts.join(), () => counts))
    }
    if (item % itemsAStep === itemsAStep - 1) yield 0
  }
  if (named.size > mostValues) return []
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, of]) => ({ facet: partsAs, value, ...of }))
}

const filled = (counts: readonly number[], width: number): number[] => Array.from({ length: width }, (_, column) => counts[column] ?? 0)

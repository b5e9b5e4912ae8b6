import type { Facets } from './evaluation'

/** What has more values than this tells items apart one by one, as a number or a source does: nobody reads a table of it. */
export const mostValues = 100

export type FacetGroup = { facet: string; value: string; members: readonly number[] }

/**
 * Items told apart by facet and value, as they pass by, each by its place in their order. An item with several values counts
 * under each. Of a facet with too many values nothing is kept, however many items there are.
 */
export class FacetGroups {
  readonly #facets = new Map<string, Map<string, number[]> | null>()
  #items = 0

  constructor(readonly most = mostValues) {}

  /** How many items passed by. */
  get items(): number {
    return this.#items
  }

  add(facets: Facets): void {
    for (const [facet, values] of Object.entries(facets))
      for (const value of new Set(values)) {
        const groups = this.#facets.get(facet)
        if (groups === null) continue
        const known = groups ?? new Map<string, number[]>()
        if (!groups) this.#facets.set(facet, known)
        const members = known.get(value)
        if (members) members.push(this.#items)
        else if (known.size < this.most) known.set(value, [this.#items])
        else this.#facets.set(facet, null)
      }
    this.#items += 1
  }

  /** Facets, and their values, in code-unit order. */
  groups(): FacetGroup[] {
    return inOrder(this.#facets).flatMap(([facet, values]) => (values ? inOrder(values).map(([value, members]) => ({ facet, value, members })) : []))
  }
}

const inOrder = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))

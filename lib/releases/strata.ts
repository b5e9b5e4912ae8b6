import { byCodeUnit } from './by-code-unit'
import { splitNames, type AchievedRow, type SplitItem, type SplitName } from './split-rule'

type Cell = { field: string | null; value: string | null }

/**
 * Counts of what has been placed, by stratum and split, and how far from the ratios they are. Beside the strata asked for it
 * keeps one cell for all items and one for each combination of strata, so that specialties are balanced within labels too.
 */
export class Strata {
  readonly #fields: readonly string[]
  readonly #share: readonly number[]
  readonly #cells: Cell[] = []
  readonly #index = new Map<string, number>()
  readonly #got: number[] = []
  readonly #placed: number[] = []

  constructor(fields: readonly string[], ratios: Record<SplitName, number>) {
    this.#fields = [...new Set(fields)]
    const sum = splitNames.reduce((total, name) => total + ratios[name], 0)
    this.#share = splitNames.map((name) => ratios[name] / sum)
  }

  /** How often some items together stand in each cell. */
  cellsOf(items: readonly SplitItem[]): Map<number, number> {
    const counts = new Map<number, number>()
    const add = (cell: number) => counts.set(cell, (counts.get(cell) ?? 0) + 1)
    for (const { strata } of items) {
      add(this.#cell({ field: null, value: null }, 'all'))
      const combination = this.#fields.map((field) => valuesOf(strata[field]))
      for (const [at, field] of this.#fields.entries())
        for (const value of combination[at]!) add(this.#cell({ field, value }, JSON.stringify([field, value])))
      if (this.#fields.length > 1) add(this.#cell({ field: null, value: null }, JSON.stringify(combination)))
    }
    return counts
  }

  place(cells: ReadonlyMap<number, number>, split: number): void {
    for (const [cell, count] of cells) {
      const at = cell * splitNames.length + split
      this.#got[at] = this.#got[at]! + count
      this.#placed[cell] = this.#placed[cell]! + count
    }
  }

  /**
   * What placing these in a split adds to the sum of squared distances between counts and ratios, up to what is the same
   * for every split: halved, and without the terms that do not name the split.
   */
  cost(cells: ReadonlyMap<number, number>, split: number): number {
    const share = this.#share[split]!
    let cost = 0
    for (const [cell, count] of cells) {
      const excess = this.#got[cell * splitNames.length + split]! - share * this.#placed[cell]!
      cost += count * (excess - count * share)
    }
    return cost
  }

  /** One row for all items, then a row for each value of each stratum; the value "none" last. */
  achieved(): AchievedRow[] {
    const rows = this.#cells.flatMap(({ field, value }, cell) => {
      if (field === null && cell !== this.#index.get('all')) return []
      const splits = Object.fromEntries(
        splitNames.map((name, split) => [
          name,
          {
            wanted: Math.round(this.#share[split]! * this.#placed[cell]! * 100) / 100,
            got: this.#got[cell * splitNames.length + split]!,
          },
        ]),
      ) as AchievedRow['splits']
      return [{ field, value, splits }]
    })
    const rank = (field: string | null) => (field === null ? -1 : this.#fields.indexOf(field))
    return rows.sort((a, b) => rank(a.field) - rank(b.field) || nullLast(a.value, b.value))
  }

  #cell(cell: Cell, key: string): number {
    const known = this.#index.get(key)
    if (known !== undefined) return known
    const made = this.#cells.push(cell) - 1
    this.#index.set(key, made)
    this.#placed.push(0)
    for (const _ of splitNames) this.#got.push(0)
    return made
  }
}

function valuesOf(given: string | readonly string[] | null | undefined): readonly (string | null)[] {
  if (given === undefined || given === null) return [null]
  if (typeof given === 'string') return [given]
  return given.length ? [...new Set(given)].sort(byCodeUnit) : [null]
}

const nullLast = (a: string | null, b: string | null) =>
  a === null || b === null ? Number(a === null) - Number(b === null) : byCodeUnit(a, b)

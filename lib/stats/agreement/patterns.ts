import type { RatingTable } from '../ratings'

/** Items rated alike are one pattern: `counts[n]` ratings of `categories[n]`; rater `raters[n]`, ascending, gave `given[n]`. */
export type Pattern = {
  readonly categories: readonly number[]
  readonly counts: readonly number[]
  /** Ratings of the item. */
  readonly total: number
  readonly raters: readonly number[]
  readonly given: readonly number[]
}

/** A table as a coefficient sees it: a sample is how often each pattern occurs, which makes a resample cheap. */
export type Patterns = {
  readonly patterns: readonly Pattern[]
  /** By item. */
  readonly patternOf: Int32Array
  readonly raters: number
  /** Number of categories, used or not. */
  readonly categories: number
}

/** Throws RangeError where a rater rated an item twice: chance agreement of raters with themselves has no meaning here. */
export function patternsOf(table: RatingTable): Patterns {
  const known = new Map<string, number>()
  const patterns: Pattern[] = []
  const patternOf = Int32Array.from(table.items, ({ raters, categories }, item) => {
    const order = [...raters.keys()].sort((a, b) => raters[a]! - raters[b]!)
    const [who, given] = [order.map((nth) => raters[nth]!), order.map((nth) => categories[nth]!)]
    const twice = who.find((rater, nth) => rater === who[nth + 1])
    if (twice !== undefined)
      throw new RangeError(`${table.raters[twice]} rated ${table.itemNames[item]} more than once`)
    const key = `${who.join()} ${given.join()}`
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, patterns.length)
    patterns.push({ ...countsOf(categories), total: categories.length, raters: who, given })
    return patterns.length - 1
  })
  return { patterns, patternOf, raters: table.raters.length, categories: table.categories.length }
}

function countsOf(given: readonly number[]): Pick<Pattern, 'categories' | 'counts'> {
  const counts = new Map<number, number>()
  for (const category of given) counts.set(category, (counts.get(category) ?? 0) + 1)
  const categories = [...counts.keys()].sort((a, b) => a - b)
  return { categories, counts: categories.map((category) => counts.get(category)!) }
}

import { asNumber } from './as-number'

/** One act of rating. A rating that is missing is not there. */
export type Rating = { readonly item: string; readonly rater: string; readonly value: string }

/** A value that ratings can have. `number` is null when any category of the table is no number. */
export type Category = { readonly name: string; readonly number: number | null }

/** One item's ratings, in the order given: who, and which category, as indices. A rater may occur more than once. */
export type RatedItem = { readonly raters: readonly number[]; readonly categories: readonly number[] }

/** Items × raters with holes. Only what was rated is there: every item has a rating, every rater has given one. */
export type RatingTable = {
  readonly itemNames: readonly string[]
  readonly items: readonly RatedItem[]
  readonly raters: readonly string[]
  /** In their order: that of a scale which names them all; else numbers by value and before texts, texts in code-unit order. */
  readonly categories: readonly Category[]
  readonly ratings: number
}

/**
 * Puts ratings in a table; items and raters in the order they first occur. Values are taken without the white space around
 * them; where all are numbers, those of equal value are one category (`1` and `1.0`), named as first written. `scale` names
 * categories that count although nobody may have used them, and where it names every text, its order is theirs. O(ratings + categories · log categories).
 */
export function ratingTable(ratings: Iterable<Rating>, scale: readonly string[] = []): RatingTable {
  const itemIndex = new Map<string, number>()
  const raterIndex = new Map<string, number>()
  const names = new Map<string, number>()
  const items: { raters: number[]; categories: number[] }[] = []
  for (const value of scale) indexIn(names, value.trim())
  let count = 0
  for (const { item, rater, value } of ratings) {
    const at = indexIn(itemIndex, item)
    const row = (items[at] ??= { raters: [], categories: [] })
    row.raters.push(indexIn(raterIndex, rater))
    row.categories.push(indexIn(names, value.trim()))
    count += 1
  }
  const { categories, place } = sortedCategories([...names.keys()], new Set(scale.map((value) => value.trim())).size === names.size)
  for (const row of items) row.categories = row.categories.map((name) => place[name]!)
  return { itemNames: [...itemIndex.keys()], items, raters: [...raterIndex.keys()], categories, ratings: count }
}

function indexIn(known: Map<string, number>, name: string): number {
  const found = known.get(name)
  if (found !== undefined) return found
  known.set(name, known.size)
  return known.size - 1
}

/** `place`: for each name as it was met, where its category came to stand. */
function sortedCategories(names: readonly string[], inOrder: boolean): { categories: Category[]; place: number[] } {
  const numbers = names.map(asNumber)
  const allNumbers = numbers.every((number) => number !== null)
  const given = names.map((_, nth) => nth)
  const order = inOrder && !allNumbers ? given : given.sort((a, b) => compare(names, numbers, a, b) || a - b)
  const categories: Category[] = []
  const place: number[] = []
  for (const nth of order) {
    const number = allNumbers ? numbers[nth]! : null
    if (number === null || categories.at(-1)?.number !== number) categories.push({ name: names[nth]!, number })
    place[nth] = categories.length - 1
  }
  return { categories, place }
}

function compare(names: readonly string[], numbers: readonly (number | null)[], a: number, b: number): number {
  const [x, y] = [numbers[a]!, numbers[b]!]
  if (x !== null && y !== null) return x - y
  if (x !== null || y !== null) return x === null ? 1 : -1
  return names[a]! < names[b]! ? -1 : 1
}

import { ratingRows } from '@/lib/formats/read-ratings'
import { ratingTable, type Rating, type RatingTable } from '@/lib/stats/ratings'
import { Halt } from '../first/halt.mjs'
import { openInput } from './open-input'
import { badRows, nameOf, readRows } from './read-rows'

/** The ratings of a CSV. `once`: a second rating of an item by the same rater is a bad row. `scale`: values that could be said, whether anybody did or not. */
export async function readRatingTable(file: string, { once, scale = [] }: { once: boolean; scale?: readonly string[] }): Promise<RatingTable> {
  const bad = badRows(file)
  const firstLine = new Map<string, number>()
  const ratings: Rating[] = []
  for await (const { line, value } of readRows(await openInput(file), ratingRows, bad)) {
    const key = JSON.stringify([value.item, value.rater])
    const first = firstLine.get(key)
    if (once && first !== undefined) bad.tell(line, { field: null, reason: 'rated-twice', values: { ...value, first } })
    if (once) firstLine.set(key, first ?? line)
    ratings.push(value)
  }
  bad.end()
  if (ratings.length === 0) throw new Halt(`${nameOf(file)} holds no ratings.`)
  return ratingTable(ratings, scale)
}

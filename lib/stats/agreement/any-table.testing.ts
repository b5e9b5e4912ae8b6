import fc from 'fast-check'
import { ratingTable, type Rating, type RatingTable } from '../ratings'

/** Rows of cells, one column a rater; null is a missing rating. */
export type Cells = readonly (readonly (string | null)[])[]

export const ratingsOf = (cells: Cells): Rating[] =>
  cells.flatMap((row, item) =>
    row.flatMap((value, rater) => (value === null ? [] : { item: `item ${item}`, rater: `rater ${rater}`, value })),
  )

export const tableOf = (cells: Cells): RatingTable => ratingTable(ratingsOf(cells))

/** The cells of a table that is written out: columns are raters, `.` is a missing rating. */
export const cellsOf = (drawn: string): Cells =>
  drawn
    .trim()
    .split('\n')
    .map((row) =>
      row
        .trim()
        .split(/\s+/)
        .map((cell) => (cell === '.' ? null : cell)),
    )

/** Ratings 1 to 4 of 2 to 12 items; with or without missing ones. */
export const anyCells = ({ raters, missing }: { raters: [least: number, most: number]; missing: boolean }) =>
  fc.integer({ min: raters[0], max: raters[1] }).chain((columns) => {
    const value = fc.constantFrom<string | null>('1', '2', '3', '4')
    const cell = missing ? fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null)) : value
    return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 12 })
  })

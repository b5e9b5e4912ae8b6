import type { Mark } from '../../evaluation'
import type { Tally } from '../../tally/tally'
import { countNames } from './measures'
import type { Outcome } from './outcomes'

export const columns = [...countNames, 'items', 'correct', 'placed', 'places', 'passed'] as const
export type Column = (typeof columns)[number]

/** Whoever names more places counts as naming so many: predictions and readers' forms are cut off before. */
const mostPlaces = 511
/** From here on characters are of private use: of each kind one for each number of places. */
const firstOfMany = 0xe0_00

/**
 * An outcome as one character, since every measure is a function of how many outcomes are of each of five kinds: 0 true negative ·
 * 1 false positive · 2 false negative · 3 true positive elsewhere · 4 true positive, localised; letters where it was missing. Where
 * another number of places is named than one, which nearly all flagged texts have, the character says it too; of marks from before it
 * was counted, nothing is asked that hangs on it.
 */
export function markOf({ erroneous, flagged, localised, missing, predictedSpans: { length: places } }: Outcome): Mark {
  const kind = erroneous ? (flagged ? (localised ? 4 : 3) : 2) : flagged ? 1 : 0
  if (missing || !flagged || places === 1) return (missing ? 'abcde' : '01234').charAt(kind)
  return String.fromCharCode(firstOfMany + kind * (mostPlaces + 1) + Math.min(places, mostPlaces))
}

const counted: readonly (readonly Column[])[] = [
  ['tn', 'items', 'correct'],
  ['fp', 'flagged', 'items', 'correct'],
  ['fn', 'erroneous', 'items'],
  ['tp', 'flagged', 'erroneous', 'items'],
  ['tp', 'flagged', 'erroneous', 'localised', 'items'],
]

/** Null where the contestant did not do the item. */
export function tallyOfMark(mark: Mark): Tally | null {
  if (mark.length !== 1) return null
  const many = mark.charCodeAt(0) - firstOfMany
  const [said, left] = ['01234'.indexOf(mark), 'abcde'.indexOf(mark)]
  const kind = many >= 0 ? Math.floor(many / (mostPlaces + 1)) : Math.max(said, left)
  const of = counted[kind]
  if (!of) return null
  const isPlaced = left === -1 && of.includes('flagged')
  const places = isPlaced ? (many >= 0 ? many % (mostPlaces + 1) : 1) : 0
  const more: Partial<Record<Column, number>> = { missing: Number(left !== -1), placed: Number(isPlaced), places, passed: Number(left === -1 && !isPlaced) }
  return { kind: (left === -1 ? '01234' : 'abcde').charAt(kind), counts: columns.map((column) => more[column] ?? Number(of.includes(column))) }
}

/** One of the ten kinds, however many places were named. */
export const kindOfMark = (mark: Mark): string => tallyOfMark(mark)?.kind ?? mark

import type { Mark } from '../../evaluation'
import type { Tally } from '../../tally/tally'
import { countNames } from './measures'
import type { Outcome } from './outcomes'

export const columns = [...countNames, 'items', 'correct'] as const
export type Column = (typeof columns)[number]

/**
 * An outcome as one character, since every measure is a function of how many outcomes are of each of five kinds: 0 true negative ·
 * 1 false positive · 2 false negative · 3 true positive elsewhere · 4 true positive, localised; letters where it was missing.
 */
export const markOf = ({ erroneous, flagged, localised, missing }: Outcome): Mark =>
  (missing ? 'abcde' : '01234').charAt(erroneous ? (flagged ? (localised ? 4 : 3) : 2) : flagged ? 1 : 0)

const counted: readonly (readonly Column[])[] = [
  ['tn', 'items', 'correct'],
  ['fp', 'flagged', 'items', 'correct'],
  ['fn', 'erroneous', 'items'],
  ['tp', 'flagged', 'erroneous', 'items'],
  ['tp', 'flagged', 'erroneous', 'localised', 'items'],
]

const tallies = new Map<Mark, Tally>(
  ['01234', 'abcde'].flatMap((marks) =>
    [...marks].map((mark, kind): [Mark, Tally] => {
      const counts = columns.map((column) => Number(counted[kind]!.includes(column) || (column === 'missing' && mark >= 'a')))
      return [mark, { kind: mark, counts }]
    }),
  ),
)

export const tallyOfMark = (mark: Mark): Tally | null => tallies.get(mark) ?? null

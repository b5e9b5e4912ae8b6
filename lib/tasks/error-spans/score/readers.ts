import type { Judgment } from '../judgment'
import { disagreement } from '../disagreement'
import { merge } from '../merge'
import type { Settings } from '../settings'
import type { Gold } from './gold'
import type { Match } from './match'
import { outcomeOf, type Outcome } from './outcomes'
import type { Prediction } from './prediction'

export type ReadItem = {
  /** What the verdict says. */
  gold: Gold
  basis: 'consensus' | 'adjudication'
  /** The readings the verdict stands on, each by another reader (a pseudonym will do). */
  readings: readonly { reader: string; judgment: Judgment }[]
}

/** `alone`: no other reading is there to judge by · `others-differ`: the others do not agree without this reader. */
export type LeftOut = { id: string; why: 'alone' | 'others-differ' }
export type ScoredReader = { reader: string; outcomes: Outcome[]; leftOut: LeftOut[] }

/**
 * Every reader scored as a system would be, each on the items they read. Against what:
 * - An adjudicated verdict as it stands: it was given by somebody who held no seat, so the reader did not shape it.
 * - A verdict by consensus is in part the reader's own answer, which must not be its own measure. It is made again without
 *   them, by the task's disagreement and merge rules from the other readings; where that gives none, the item is left out.
 *   Agreement is then counted as right, as it is for everybody: consensus items are the easy ones, and are in the mean.
 * Readers in code-unit order; outcomes in the items' order. O(readings · (merge + outcome)).
 */
export function readersScored(items: Iterable<ReadItem>, settings: Settings, match: Match): ScoredReader[] {
  const readers = new Map<string, ScoredReader>()
  for (const item of items) {
    for (const { reader, judgment } of item.readings) {
      const scored = readers.get(reader) ?? { reader, outcomes: [], leftOut: [] }
      readers.set(reader, scored)
      const gold = goldWithout(reader, item, settings)
      if ('why' in gold) scored.leftOut.push(gold)
      else scored.outcomes.push(outcomeOf(gold, predictionOf(judgment), match))
    }
  }
  return [...readers.values()].sort((a, b) => (a.reader < b.reader ? -1 : 1))
}

/** A reader's answer as a system would have given it. */
export const predictionOf = ({ veracity, spans }: Judgment): Prediction => ({
  flagged: veracity === 'erroneous',
  spans: spans.map(({ start, end }) => ({ start, end })),
})

function goldWithout(reader: string, { gold, basis, readings }: ReadItem, settings: Settings): Gold | LeftOut {
  if (basis === 'adjudication') return gold
  const others = readings.filter((reading) => reading.reader !== reader).map(({ judgment }) => judgment)
  if (others.length === 0) return { id: gold.id, why: 'alone' }
  if (disagreement(others, settings).disputed) return { id: gold.id, why: 'others-differ' }
  const { veracity, spans } = merge(others, settings)
  return { ...gold, erroneous: veracity === 'erroneous', spans }
}

import { goldWithout, type Basis, type NoGold } from '../../gold-without'
import { disagreement } from '../disagreement'
import type { Judgment } from '../judgment'
import { merge } from '../merge'
import type { Settings } from '../settings'
import type { Gold } from './gold'
import type { Match } from './match'
import { outcomeOf, type Outcome } from './outcomes'
import type { Prediction } from './prediction'

export type ReadItem = {
  /** What the verdict says. */
  gold: Gold
  basis: Basis
  /** The readings the verdict stands on, each by another reader (a pseudonym will do). */
  readings: readonly { reader: string; judgment: Judgment }[]
}

export type LeftOut = { id: string; why: NoGold }
export type ScoredReader = { reader: string; outcomes: Outcome[]; leftOut: LeftOut[] }

/**
 * Every reader scored as a system would be, each on the items they read, against what did not come of their own answer
 * (gold-without.ts); where there is none, the item is left out. Agreement is counted as right, as it is for everybody: consensus
 * items are the easy ones, and are in the mean. Readers in code-unit order; outcomes in the items' order. O(readings · (merge + outcome)).
 */
export function readersScored(items: Iterable<ReadItem>, settings: Settings, match: Match): ScoredReader[] {
  const readers = new Map<string, ScoredReader>()
  for (const item of items) {
    for (const { reader, judgment } of item.readings) {
      const scored = readers.get(reader) ?? { reader, outcomes: [], leftOut: [] }
      readers.set(reader, scored)
      const others = item.readings.filter((reading) => reading.reader !== reader).map((reading) => reading.judgment)
      const gold = goldWithout(item.gold, item.basis, others, {
        isDisputed: (judgments) => disagreement(judgments, settings).disputed,
        goldOf(judgments) {
          const { veracity, spans } = merge(judgments, settings)
          return { ...item.gold, erroneous: veracity === 'erroneous', spans }
        },
      })
      if (typeof gold === 'string') scored.leftOut.push({ id: item.gold.id, why: gold })
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

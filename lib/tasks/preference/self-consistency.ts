import { ratioOf, type Estimate } from '@/lib/stats/estimate'
import type { ConfidenceInterval } from '@/lib/stats/interval'
import { wilson } from '@/lib/stats/wilson'
import { sideOf } from './disagreement'
import type { Judgment } from './judgment'

/** What one reader said of the same responses twice, with sides swapped. */
export type Repeated = { reader: string; once: Pick<Judgment, 'overall' | 'shown'>; again: Pick<Judgment, 'overall' | 'shown'> }

export type Consistency = {
  pairs: number
  /** Chose the same side both times. */
  same: number
  share: Estimate<'no-repeats'>
  interval: ConfidenceInterval | null
  /** Of the others: took whatever stood first both times, or whatever stood last. */
  firstBoth: number
  lastBoth: number
}

/**
 * How often readers say the same of the same, in all and each of them (code-unit order), with Wilson intervals. A reader who
 * goes by place alone says something else each time and shows in `firstBoth` or `lastBoth`. O(n log n).
 */
export function selfConsistency(repeats: readonly Repeated[], confidence: number): { all: Consistency; byReader: Record<string, Consistency> } {
  const readers = [...new Set(repeats.map(({ reader }) => reader))].sort()
  return {
    all: consistencyOf(repeats, confidence),
    byReader: Object.fromEntries(readers.map((name) => [name, consistencyOf(repeats.filter(({ reader }) => reader === name), confidence)])),
  } // prettier-ignore
}

function consistencyOf(repeats: readonly Repeated[], confidence: number): Consistency {
  const others = repeats.filter(({ once, again }) => sideOf(once.overall) !== sideOf(again.overall))
  const both = (place: 0 | -1) => others.filter(({ once, again }) => [once, again].every(({ overall, shown }) => overall.response !== null && shown.at(place) === overall.response)).length
  const same = repeats.length - others.length
  return {
    pairs: repeats.length,
    same,
    share: ratioOf(same, repeats.length, 'no-repeats'),
    interval: wilson(same, repeats.length, confidence),
    firstBoth: both(0),
    lastBoth: both(-1),
  }
}

export type TwinReading = { reader: string; twin: { key: string; turned: boolean } | undefined; judgment: Pick<Judgment, 'overall' | 'shown'> }

/** Readings of twins by one reader, put beside each other; of several with one side, the first given. O(n). */
export function repeatsOf(readings: readonly TwinReading[]): Repeated[] {
  const known = new Map<string, { reader: string; sides: Map<boolean, TwinReading['judgment']> }>()
  for (const { reader, twin, judgment } of readings) {
    if (!twin) continue
    const key = JSON.stringify([reader, twin.key])
    const found = known.get(key) ?? { reader, sides: new Map<boolean, TwinReading['judgment']>() }
    known.set(key, found)
    if (!found.sides.has(twin.turned)) found.sides.set(twin.turned, judgment)
  }
  return [...known.values()].flatMap(({ reader, sides }) => {
    const [once, again] = [sides.get(false), sides.get(true)]
    return once && again ? [{ reader, once, again }] : []
  })
}

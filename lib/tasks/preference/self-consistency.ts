import { ratioOf } from '@/lib/stats/estimate'
import { wilson } from '@/lib/stats/wilson'
import type { Consistency, Reader } from '../steadiness'
import { sideOf } from './disagreement'
import type { Judgment } from './judgment'

/** What one reader said of the same responses twice, with sides swapped. */
export type Repeated = { reader: Reader; once: Pick<Judgment, 'overall' | 'shown'>; again: Pick<Judgment, 'overall' | 'shown'> }

/**
 * How often readers say the same of the same, in all and each of them (by name, two of one name apart), with Wilson intervals. A reader who
 * goes by place alone says something else each time and shows in `firstBoth` or `lastBoth`. O(n log n).
 */
export function selfConsistency(repeats: readonly Repeated[], confidence: number): { all: Consistency; readers: ({ reader: string } & Consistency)[] } {
  const byId = new Map<string, Reader & { given: Repeated[] }>()
  for (const one of repeats) {
    const own = byId.get(one.reader.id) ?? { ...one.reader, given: [] }
    own.given.push(one)
    byId.set(own.id, own)
  }
  const own = [...byId.values()].sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
  return {
    all: consistencyOf(repeats, confidence),
    readers: own.map(({ name, given }) => ({ reader: name, ...consistencyOf(given, confidence) })),
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

import type { ReaderMark } from '../evaluation'
import { goldWithout, type Basis, type Remaking } from '../gold-without'
import { markOf, type Tally } from './tally'

/** Every reader of an item as a contestant, by what the verdict, or else the others, say of it. */
export function readerTallies<Gold extends object, Answer>(
  readings: readonly { reader: string; answer: Answer }[],
  { gold, basis }: { gold: Gold; basis: Basis },
  { tally, ...remaking }: Remaking<Gold, Answer> & { tally: (gold: Gold, answer: Answer, others: readonly Answer[]) => Tally },
): ReaderMark[] {
  return readings.map(({ reader, answer }) => {
    const others = readings.filter((other) => other.reader !== reader).map((other) => other.answer)
    const against = goldWithout(gold, basis, others, remaking)
    if (typeof against === 'string') return { reader, mark: null, why: against }
    return { reader, mark: markOf(tally(against, answer, others)), why: null }
  })
}

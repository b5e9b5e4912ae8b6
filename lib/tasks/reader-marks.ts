import type { Mark, ReaderMark } from './evaluation'
import { goldWithout, type Basis, type Remaking } from './gold-without'

/**
 * Every reader of an item as a contestant, by what the verdict, or else the others, say of it (`gold-without.ts`). Agreement is
 * counted as right, as it is for everybody: consensus items are the easy ones, and are in the mean.
 */
export function readerMarks<Gold extends object, Answer>(
  readings: readonly { reader: string; answer: Answer }[],
  { gold, basis }: { gold: Gold; basis: Basis },
  { mark, ...remaking }: Remaking<Gold, Answer> & { mark: (gold: Gold, answer: Answer, others: readonly Answer[]) => Mark },
): ReaderMark[] {
  return readings.map(({ reader, answer }) => {
    const others = readings.filter((other) => other.reader !== reader).map((other) => other.answer)
    const against = goldWithout(gold, basis, others, remaking)
    if (typeof against === 'string') return { reader, mark: null, why: against }
    return { reader, mark: mark(against, answer, others), why: null }
  })
}

import type { Mark, ReaderMark } from './evaluation'
import { goldWithout, type Basis, type NoGold, type Remaking } from './gold-without'

/** Every reader's answer beside what it is held against: what the verdict, or else the others, say of the item (`gold-without.ts`). */
export function readersAgainst<Gold extends object, Answer>(
  readings: readonly { reader: string; answer: Answer }[],
  { gold, basis }: { gold: Gold; basis: Basis },
  remaking: Remaking<Gold, Answer>,
): { reader: string; answer: Answer; others: Answer[]; against: Gold | NoGold }[] {
  return readings.map(({ reader, answer }) => {
    const others = readings.filter((other) => other.reader !== reader).map((other) => other.answer)
    return { reader, answer, others, against: goldWithout(gold, basis, others, remaking) }
  })
}

/**
 * Every reader of an item as a contestant. Agreement is counted as right, as it is for everybody: consensus items are the easy ones,
 * and are in the mean.
 */
export function readerMarks<Gold extends object, Answer>(
  readings: readonly { reader: string; answer: Answer }[],
  given: { gold: Gold; basis: Basis },
  { mark, ...remaking }: Remaking<Gold, Answer> & { mark: (gold: Gold, answer: Answer, others: readonly Answer[]) => Mark },
): ReaderMark[] {
  return readersAgainst(readings, given, remaking).map(({ reader, answer, others, against }) =>
    typeof against === 'string' ? { reader, mark: null, why: against } : { reader, mark: mark(against, answer, others), why: null },
  )
}

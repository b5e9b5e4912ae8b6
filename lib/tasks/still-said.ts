import type { Capabilities } from './capabilities'

type Said<Answer> = { present: Answer[]; before: Answer[] }

/**
 * What is left of each reading of an item beside all others: of the present round, and of rounds before it. Null: nothing. Of an answer
 * that names what the item no longer has, and of one that was asked of in part, the rest is an answer of its own.
 */
export type StillSaid<Content, Answer> = (
  content: Content,
  present: readonly Answer[],
  before: readonly { round: number; answer: Answer }[],
) => Said<Answer | null>

/** The readings that count, each narrowed to what it still says; all of the present round where another one cannot ask a part alone. */
export function standingReadings<Present extends { answer: unknown }, Earlier extends { round: number; answer: unknown }>(
  { stillSaid }: Pick<Capabilities<unknown, unknown, unknown, unknown>, 'stillSaid'>,
  content: unknown,
  { present, before }: { present: readonly Present[]; before: readonly Earlier[] },
): { present: Present[]; before: Earlier[] } {
  if (!stillSaid) return { present: [...present], before: [] }
  const left = stillSaid(content, present.map(({ answer }) => answer), before)
  return { present: narrowed(present, left.present), before: narrowed(before, left.before) }
} // prettier-ignore

const narrowed = <Reading extends { answer: unknown }>(readings: readonly Reading[], left: readonly unknown[]): Reading[] =>
  readings.flatMap((reading, nth) => (left[nth] === null ? [] : [{ ...reading, answer: left[nth] }]))

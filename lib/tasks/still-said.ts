/** What is left of each reading of an earlier round beside those of the present one; null: nothing. */
export type StillSaid<Answer> = (present: readonly Answer[], before: readonly { round: number; answer: Answer }[]) => (Answer | null)[]

/** Readings of rounds before that count beside the present ones, each narrowed to what it still says. */
export function standingBefore<Reading extends { round: number; answer: unknown }>(
  { stillSaid }: { stillSaid: StillSaid<unknown> | null },
  present: readonly { answer: unknown }[],
  before: readonly Reading[],
): Reading[] {
  if (!stillSaid || before.length === 0) return []
  const left = stillSaid(present.map(({ answer }) => answer), before)
  return before.flatMap((reading, nth) => (left[nth] === null ? [] : [{ ...reading, answer: left[nth] }]))
} // prettier-ignore

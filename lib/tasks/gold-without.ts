export type Basis = 'consensus' | 'adjudication'

/** How a task tells whether readings differ, and what it makes of those that do not, as what systems are held against. */
export type Remaking<Gold, Answer> = { isDisputed: (answers: readonly Answer[]) => boolean; goldOf: (answers: readonly Answer[]) => Gold }

/** `alone`: no other reading is there to judge by · `others-differ`: the others do not agree without this reader. */
export type NoGold = 'alone' | 'others-differ'

/**
 * What a reader is measured by. An adjudicated verdict as it stands: it was given by somebody who held no seat, so the reader did
 * not shape it. One by consensus is in part the reader's own answer, which must not be its own measure: it is made again without
 * them, by the task's own rules, from the others' readings; or why there is none.
 */
export function goldWithout<Gold, Answer>(gold: Gold, basis: Basis, others: readonly Answer[], { isDisputed, goldOf }: Remaking<Gold, Answer>): Gold | NoGold {
  if (basis === 'adjudication') return gold
  if (others.length === 0) return 'alone'
  return isDisputed(others) ? 'others-differ' : goldOf(others)
}

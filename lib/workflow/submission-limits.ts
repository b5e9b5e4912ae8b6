/** Bytes of a file of predictions. */
export const largestPredictions = 256 * 1024 ** 2

/**
 * Submissions of one person for one split within 24 hours. Where labels are hidden every score is a question about them, so
 * there are few; where they are open, the limit only keeps the worker from being flooded.
 */
export const dailySubmissions = (hidden: boolean): number => (hidden ? 5 : 50)

/**
 * Submissions of one person for a hidden split in all, in every version of the release: however coarse the answers are, who may ask
 * for years finds out where a step lies.
 */
export const mostSubmissions = 50

/**
 * How groups of items are told of where labels are hidden. A breakdown answers one question a group, so a handful of
 * submissions would be enough to find out every label of small groups (coin weighing asks about 2n / log2 n questions for n
 * items). Therefore a measure is told only where at least `smallest` items bear it (`tally-bearing.ts`), without counts or intervals, in steps
 * of `step` or, where these are wider, of as many items as bear it (`told-steps.ts`). Of groups that labels make only means over all of a
 * group are told, and of no group what has no bounds.
 */
export const coarseGroups = { smallest: 40, step: 0.05 } as const

/** Readings of one person in a hidden split below which they stand in the readers' mean only: their score would tell them the verdicts. */
export const fewestReadings = (hidden: boolean): number => (hidden ? 5 : 1)

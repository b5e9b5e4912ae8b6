/** Bytes of a file of predictions. */
export const largestPredictions = 256 * 1024 ** 2

/**
 * Submissions of one person for one split within 24 hours. Where labels are hidden every score is a question about them, so
 * there are few; where they are open, the limit only keeps the worker from being flooded.
 */
export const dailySubmissions = (hidden: boolean): number => (hidden ? 5 : 50)

/** Groups of fewer items are not told apart where labels are hidden: the scores of one item are its label. */
export const smallestGroup = (hidden: boolean): number => (hidden ? 10 : 1)

/** How long a seat or a dispute stays with its holder without a sign of life; a page that is worked on gives one every minute. */
export const leaseMs = 30 * 60_000
/** For how long a reader may take a submission back. */
export const graceMs = 30_000
/** Seats that one person may hold unsubmitted in a study: the one at hand, the prefetched next, and a few drafts. */
export const mostHeld = 5

const dayMs = 24 * 60 * 60 * 1000

/** From sign-in to the next one, however busy in between. Two weeks: a reader's round at a study's usual pace. */
export const sessionLifetimeMs = 14 * dayMs

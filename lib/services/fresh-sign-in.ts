const minuteMs = 60 * 1000

/** How long ago somebody may have shown who they are and still set a first password: a page left open shows nothing. */
export const freshSignInMs = 10 * minuteMs

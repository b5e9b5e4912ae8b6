/** A person at one piece of work, as reckoned at every tick. All moments are of one clock, in milliseconds. */
export type Presence = { readonly workedMs: number; readonly tickAt: number; readonly signAt: number }

export const tickMs = 1_000
/** Without a key, a click, a scroll or a touch for this long, a person is taken to be away. */
export const idleAfterMs = 60_000

/**
 * One tick later. Time counts while the page is visible and the last sign of life is recent; a tick counts for two ticks' length at most,
 * since a machine that slept makes one long one, and for nothing where the clock was set back.
 */
export function afterTick({ workedMs, tickAt, signAt }: Presence, now: number, visible: boolean): Presence {
  const here = visible && Math.abs(now - signAt) < idleAfterMs
  return { workedMs: workedMs + (here ? Math.min(Math.max(now - tickAt, 0), 2 * tickMs) : 0), tickAt: now, signAt }
}

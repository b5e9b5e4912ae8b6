/**
 * A place in a text: `[start, end)` in Unicode code points. Everything stored, sent or exported counts this way; only the
 * browser's edge ever sees UTF-16 (`code-points.ts`).
 */
export type Interval = { readonly start: number; readonly end: number }

/** Code points that both intervals cover; 0 when they only touch. */
export function overlapOf(a: Interval, b: Interval): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** Intersection over union, 0..1. Two empty intervals have no union: 1 when they are the same place, else 0. */
export function iouOf(a: Interval, b: Interval): number {
  const shared = overlapOf(a, b)
  const union = a.end - a.start + (b.end - b.start) - shared
  if (union === 0) return a.start === b.start ? 1 : 0
  return shared / union
}

/** Text order: by start, then by end. */
export function compareIntervals(a: Interval, b: Interval): number {
  return a.start - b.start || a.end - b.end
}

/**
 * The p-quantile, p in [0, 1], of values in ascending order, at least one: linear between the two nearest order statistics.
 * Source: Hyndman & Fan 1996, type 7 (the default of R and NumPy). O(1).
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  const place = p * (ascending.length - 1)
  const below = Math.floor(place)
  const low = ascending[below]!
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!
  return low + (high - low) * (place - below)
}

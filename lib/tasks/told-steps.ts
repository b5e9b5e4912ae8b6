/** Steps in which a share is told, as many as go into 1. */
const series = [10, 20, 50]

/**
 * Into how many steps a share is told of which one item in so many is at most one: the most of 10, 20, 50, 100, 200 … whose step is no
 * finer than half the standard error that such a share has at most (0.5/√n). From 40 on a step is worth two items or more, also of a
 * difference, in which an item counts twice. Few numbers of steps, so that which one it is says little of how many items bear it.
 */
export function stepsToldOf(items: number): number {
  const most = 2 * Math.sqrt(items)
  let steps = 1
  for (let tens = 1; tens * 10 <= most; tens *= 10) for (const each of series) if (tens * each <= most) steps = tens * each
  return steps
}

/**
 * Long computing, cut into slices of some milliseconds: between two of them, whoever runs it may turn to something else, or
 * leave it. Yields which share of all of it is done, in [0, 1]; knows nothing of clocks or threads.
 */
export type Steps<Result> = Generator<number, Result, void>

/** All slices one after the other. */
export function toEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Steps as the part from `from` to `to` of something longer. */
export function* asPart<Result>(steps: Steps<Result>, from: number, to: number): Steps<Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    yield from + value * (to - from)
  }
}

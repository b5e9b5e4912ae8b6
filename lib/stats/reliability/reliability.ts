/** What a reliability model says of raters and items, by the indices of the table it was fitted to. */
export type Reliability = {
  /** Of each class; sums to 1. */
  readonly prior: readonly number[]
  /** By rater, true class, observed class: rows sum to 1; null where the rater was never shown that class, as far as known. */
  readonly confusion: readonly (readonly (readonly number[] | null)[])[]
  /** By item and class; rows sum to 1. */
  readonly posterior: readonly (readonly number[])[]
  readonly iterations: number
  /** Did it stop because nothing moved any more, and not because it had run long enough? */
  readonly converged: boolean
  /** Natural logarithm of the ratings' likelihood under the fitted model. */
  readonly logLikelihood: number
  /** After each iteration; never falls. */
  readonly logLikelihoods: readonly number[]
}

/** When EM ends: the log-likelihood moved by less than 1e-9 a rating (converged), or 2,000 iterations are done. */
export function isSettled(logLikelihoods: readonly number[], ratings: number): { done: boolean; converged: boolean } {
  const [before, now] = logLikelihoods.slice(-2)
  const converged = before !== undefined && now !== undefined && now - before < 1e-9 * ratings
  return { done: converged || logLikelihoods.length === 2000, converged }
}

/** The most probable class; the first of several. */
export const labelOf = (posterior: readonly number[]): number => posterior.indexOf(Math.max(...posterior))

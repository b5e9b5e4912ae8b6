import type { RatingTable } from '../ratings'
import { posteriorOf } from './posterior'
import { isSettled, type Reliability } from './reliability'

/**
 * Dawid and Skene's model: every item has one true class, every rater a confusion matrix of their own, and given the true
 * class ratings are independent, those of one rater on one item too. Maximum likelihood by EM, begun with the share of each
 * class in an item's ratings, so that there is no chance in it. The likelihood never falls from one iteration to the next;
 * it can have other maxima, of which this is the one near the majority. Where no item that a rater rated can be of a class,
 * the rater's row for that class is null. Needs a rating (RangeError).
 * Source: Dawid & Skene 1979, eq. 2.3 to 2.5 and 3.1. O(iterations · ratings · classes).
 */
export function dawidSkene(table: RatingTable): Reliability {
  if (table.items.length === 0) throw new RangeError('there is nothing to fit')
  let posterior = table.items.map(({ categories: given }) => {
    const shares = table.categories.map(() => 0)
    for (const k of given) shares[k]! += 1 / given.length
    return shares
  })
  const logLikelihoods: number[] = []
  for (;;) {
    const { prior, confusion } = maximised(table, posterior)
    const expected = expectation(table, prior, confusion)
    posterior = expected.posterior
    logLikelihoods.push(expected.logLikelihood)
    const { done, converged } = isSettled(logLikelihoods, table.ratings)
    if (!done) continue
    return {
      prior,
      confusion: confusion.map((rows) => rows.map((row) => (row.some((p) => p > 0) ? row : null))),
      posterior,
      iterations: logLikelihoods.length,
      converged,
      logLikelihood: expected.logLikelihood,
      logLikelihoods,
    }
  }
}

/** Eq. 2.3 and 2.4: shares of the classes, and of each observed class in a rater's ratings of each true one; 0 over nothing. */
function maximised({ items, categories, raters }: RatingTable, posterior: readonly (readonly number[])[]) {
  const prior = categories.map((_, k) => posterior.reduce((sum, of) => sum + of[k]!, 0) / items.length)
  const confusion = raters.map(() => categories.map(() => categories.map(() => 0)))
  items.forEach(({ raters: by, categories: given }, item) => {
    by.forEach((rater, nth) => {
      posterior[item]!.forEach((p, k) => (confusion[rater]![k]![given[nth]!]! += p))
    })
  })
  for (const rows of confusion) {
    for (const row of rows) {
      const sum = row.reduce((all, weight) => all + weight, 0)
      if (sum > 0) row.forEach((weight, l) => (row[l] = weight / sum))
    }
  }
  return { prior, confusion }
}

/** Eq. 2.5. */
function expectation({ items }: RatingTable, prior: readonly number[], confusion: readonly (readonly number[][])[]) {
  const logPrior = prior.map(Math.log)
  const logConfusion = confusion.map((rows) => rows.map((row) => row.map(Math.log)))
  let logLikelihood = 0
  const posterior = items.map(({ raters: by, categories: given }) => {
    const logJoint = logPrior.map((log, k) =>
      by.reduce((sum, rater, nth) => sum + logConfusion[rater]![k]![given[nth]!]!, log),
    )
    const found = posteriorOf(logJoint)
    logLikelihood += found.logSum
    return found.posterior
  })
  return { posterior, logLikelihood }
}

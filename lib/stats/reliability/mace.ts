import type { RatingTable } from '../ratings'
import { seededRandom, type Random } from '../seeded-random'
import { posteriorOf } from './posterior'
import { isSettled, type Reliability } from './reliability'

/** `competence` by rater, in [0, 1]: how often they give the true class because they know it. */
export type Mace = Reliability & { readonly competence: readonly number[] }

type Parameters = { competence: number[]; guesses: number[][] }

/**
 * MACE: a rater gives the true class of an item with the probability that is their competence, and otherwise guesses from
 * habits of their own, whatever the item; true classes are equally likely beforehand. Maximum likelihood by EM from `restarts`
 * random starts, the best of which is kept; the likelihood never falls within one. The confusion matrices are what the model
 * makes of competence and habits: θ·[k = l] + (1-θ)·ξ_l. Needs a rating (RangeError).
 * Source: Hovy, Berg-Kirkpatrick, Vaswani & Hovy 2013, section 3, without smoothing or priors.
 * O(restarts · iterations · ratings · classes).
 */
export function mace(table: RatingTable, { seed, restarts = 10 }: { seed: number; restarts?: number }): Mace {
  if (table.items.length === 0) throw new RangeError('there is nothing to fit')
  const random = seededRandom(seed)
  let best: Mace | null = null
  for (let start = 0; start < restarts; start++) {
    const found = fitted(table, randomParameters(table, random))
    // Starts that end in one maximum differ by rounding alone: the first of them stays.
    if (best === null || found.logLikelihood > best.logLikelihood + 1e-6) best = found
  }
  if (best === null) throw new RangeError('MACE needs a start')
  return best
}

function randomParameters({ raters, categories }: RatingTable, random: Random): Parameters {
  return {
    competence: raters.map(() => 0.1 + 0.8 * random()),
    guesses: raters.map(() => shares(categories.map(() => 0.1 + random()))),
  }
}

function fitted(table: RatingTable, start: Parameters): Mace {
  const q = table.categories.length
  const logLikelihoods: number[] = []
  let parameters = start
  for (;;) {
    const { posterior, logLikelihood, next } = step(table, parameters)
    logLikelihoods.push(logLikelihood)
    const { done, converged } = isSettled(logLikelihoods, table.ratings)
    if (done) {
      const { competence, guesses } = parameters
      const confusion = competence.map((theta, rater) =>
        table.categories.map((_, k) => guesses[rater]!.map((xi, l) => (k === l ? theta : 0) + (1 - theta) * xi)),
      )
      const prior = table.categories.map(() => 1 / q)
      const iterations = logLikelihoods.length
      return { competence, prior, confusion, posterior, iterations, converged, logLikelihood, logLikelihoods }
    }
    parameters = next
  }
}

/** One iteration: what the parameters say of the items, and the parameters that explain that best. */
function step({ items, raters, categories }: RatingTable, { competence, guesses }: Parameters) {
  const q = categories.length
  const known = raters.map(() => 0)
  const guessed = raters.map(() => categories.map(() => 0))
  let logLikelihood = 0
  const posterior = items.map(({ raters: by, categories: given }) => {
    const byGuess = by.map((rater, nth) => (1 - competence[rater]!) * guesses[rater]![given[nth]!]!)
    const logJoint = categories.map((_, k) =>
      by.reduce(
        (sum, rater, nth) => sum + Math.log((given[nth] === k ? competence[rater]! : 0) + byGuess[nth]!),
        -Math.log(q),
      ),
    )
    const { posterior: of, logSum } = posteriorOf(logJoint)
    logLikelihood += logSum
    by.forEach((rater, nth) => {
      const theta = competence[rater]!
      const knew = theta === 0 ? 0 : (of[given[nth]!]! * theta) / (theta + byGuess[nth]!)
      known[rater]! += knew
      guessed[rater]![given[nth]!]! += 1 - knew
    })
    return of
  })
  const next = {
    competence: known.map((knew, rater) => knew / (knew + sum(guessed[rater]!))),
    // Who never guesses has no habits; the old ones weigh nothing.
    guesses: guessed.map((of, rater) => (sum(of) > 0 ? shares(of) : guesses[rater]!)),
  }
  return { posterior, logLikelihood, next }
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const shares = (values: readonly number[]) => values.map((value) => value / sum(values))

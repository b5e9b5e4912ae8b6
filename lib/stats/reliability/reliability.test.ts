import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCells, ratingsOf } from '../agreement/any-table.testing'
import { ratingTable, type Rating } from '../ratings'
import { seededRandom } from '../seeded-random'
import { anaesthetists } from './anaesthetists.testing'
import { dawidSkene } from './dawid-skene'
import { mace } from './mace'
import { labelOf, type Reliability } from './reliability'

const table = ratingTable(anaesthetists)
const models: Record<string, (of: typeof table) => Reliability> = {
  'dawid-skene': dawidSkene,
  mace: (of) => mace(of, { seed: 1, restarts: 3 }),
}
/** Any small set of ratings; some twice by one rater. */
const anyTable = anyCells({ raters: [1, 4], missing: true })
  .filter((cells) => cells.flat().some((cell) => cell !== null))
  .map((cells) => ratingTable([...ratingsOf(cells), ...ratingsOf(cells.slice(0, 1))]))

describe('both models', () => {
  test('the log-likelihood never falls from one iteration to the next', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(...Object.keys(models)), (ratings, model) => {
        const { logLikelihoods, logLikelihood, iterations } = models[model]!(ratings)
        expect(logLikelihoods.filter((now, nth) => nth > 0 && !(now >= logLikelihoods[nth - 1]! - 1e-9))).toEqual([])
        expect([logLikelihoods.length, logLikelihoods.at(-1)]).toEqual([iterations, logLikelihood])
      }),
      { numRuns: 120 },
    )
  })

  test('priors, posteriors and rows of confusion are distributions; a row is null only where nothing is known', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(...Object.keys(models)), (ratings, model) => {
        const { prior, posterior, confusion } = models[model]!(ratings)
        for (const shares of [prior, ...posterior, ...confusion.flat()]) {
          if (shares === null) continue
          expect(shares.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
          expect(shares.every((p) => p >= 0 && p <= 1 + 1e-12)).toBe(true)
        }
        confusion.forEach((rows, rater) =>
          rows.forEach((row, k) => {
            if (row !== null) return
            const rated = ratings.items.flatMap(({ raters }, item) =>
              raters.includes(rater) ? [posterior[item]![k]!] : [],
            )
            expect(Math.max(...rated)).toBeLessThan(1e-9)
          }),
        )
      }),
      { numRuns: 120 },
    )
  })

  test.each(Object.keys(models))(
    '%s finds the truth that good raters nearly always say, and who only guesses',
    (model) => {
      const random = seededRandom(11)
      const truth = Array.from({ length: 200 }, () => (random() < 0.5 ? 'a' : 'b'))
      const says = (right: number, value: string) => (random() < right ? value : value === 'a' ? 'b' : 'a')
      const ratings = truth.flatMap((value, item): Rating[] =>
        [0.95, 0.9, 0.9, 0.5].map((right, rater) => ({
          item: `${item}`,
          rater: `${rater}`,
          value: says(right, value),
        })),
      )
      const of = ratingTable(ratings)
      const { posterior, confusion } = models[model]!(of)
      const right = posterior.filter((each, item) => of.categories[labelOf(each)]!.name === truth[item]).length
      expect(right).toBeGreaterThan(190)
      const diagonal = confusion.map((rows) => (rows[0]![0]! + rows[1]![1]!) / 2)
      expect(diagonal[0]).toBeGreaterThan(0.88)
      expect(diagonal[3]).toBeLessThan(0.65)
    },
  )

  test('nothing to fit is a defect of the caller', () => {
    for (const fit of Object.values(models)) expect(() => fit(ratingTable([]))).toThrow(RangeError)
  })
})

describe('Dawid and Skene', () => {
  const { prior, confusion, posterior } = dawidSkene(table)

  test('of their own anaesthetists: the published shares of the classes, .40 .42 .11 .07', () => {
    expect(prior.map((p) => Number(p.toFixed(2)))).toEqual([0.4, 0.42, 0.11, 0.07])
  })

  test('and the published error rates of the first observer, who rated every patient three times', () => {
    expect(confusion[0]!.map((row) => row!.map((p) => Number(p.toFixed(2))))).toEqual([
      [0.89, 0.11, 0, 0],
      [0.07, 0.88, 0.05, 0],
      [0, 0.34, 0.66, 0],
      [0, 0, 0.56, 0.44],
    ])
  })

  test('the order of ratings, items and raters changes nothing', () => {
    const turned = ratingTable(anaesthetists.toReversed())
    const again = dawidSkene(turned)
    turned.itemNames.forEach((name, item) => {
      const here = posterior[table.itemNames.indexOf(name)]!
      again.posterior[item]!.forEach((p, k) => expect(p).toBeCloseTo(here[k]!, 6))
    })
  })
})

describe('MACE', () => {
  test('is the same for the same seed, and the best of its starts is the same for others', () => {
    const [here, again, other] = [1, 1, 2].map((seed) => mace(table, { seed }))
    expect(again).toEqual(here)
    expect(other!.logLikelihood).toBeCloseTo(here!.logLikelihood, 4)
    other!.competence.forEach((theta, rater) => expect(theta).toBeCloseTo(here!.competence[rater]!, 2))
  })

  test('raters who never differ are fully competent', () => {
    const ratings = ['a', 'b', 'a', 'c'].flatMap((value, item) =>
      ['x', 'y', 'z'].map((rater) => ({ item: `${item}`, rater, value })),
    )
    const { competence, posterior } = mace(ratingTable(ratings), { seed: 1 })
    competence.forEach((theta) => expect(theta).toBeCloseTo(1, 3))
    expect(posterior.map(labelOf)).toEqual([0, 1, 0, 2])
  })
})

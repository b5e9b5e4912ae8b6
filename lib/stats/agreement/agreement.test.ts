import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weightNames, type WeightName } from '../category-weights'
import { agreementOf, coefficients, type AgreementMeasure, type CoefficientName } from './agreement'
import { levels } from './alpha'
import { anyCells, cellsOf, tableOf, type Cells } from './any-table.testing'

const few = { confidence: 0.95, seed: 1, resamples: 20 }
const names = Object.keys(coefficients) as CoefficientName[]
const agreement = (cells: Cells, measure: AgreementMeasure) => agreementOf(tableOf(cells), measure, few)
const valueOf = (cells: Cells, measure: AgreementMeasure) => agreement(cells, measure).value
const identity = (metric: CoefficientName): AgreementMeasure => ({ metric, weights: 'identity' })
const every: AgreementMeasure[] = [
  ...levels.map((level) => ({ metric: 'alpha', level }) as const),
  ...names.flatMap((metric) => weightNames.map((weights) => ({ metric, weights }))),
]
const anyMeasure = fc.constantFrom(...every)
const overRaters = every.filter(({ metric }) => metric !== 'cohen' && metric !== 'scott')

/** Krippendorff 2011, example C; Gwet 2014, table 2.10 (`cac.raw4raters` in irrCAC). */
const fourObservers = cellsOf(`
  1 1 . 1
  2 2 3 2
  3 3 3 3
  3 3 3 3
  2 2 2 2
  1 2 3 4
  4 4 4 4
  1 1 2 1
  2 2 2 2
  . 5 5 5
  . . 1 1
  . . 3 .`)

describe('published examples', () => {
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)("Krippendorff's reliability data: alpha at %s level is %d", (level, published) => {
    expect(valueOf(fourObservers, { metric: 'alpha', level })).toBeCloseTo(published, 3)
  })

  test.each([
    ['percent', 0.81818],
    ['ac', 0.77544],
    ['fleiss', 0.76117],
    ['conger', 0.76282],
    ['brennan-prediger', 0.77273],
  ] as const)('the same data in irrCAC: %s is %d', (metric, published) => {
    expect(valueOf(fourObservers, identity(metric))).toBeCloseTo(published, 5)
  })

  test.each([
    ['linear', 0.859],
    ['quadratic', 0.914],
    ['ordinal', 0.899],
    ['radical', 0.82],
    ['ratio', 0.857],
  ] as const)('the same data in irrCAC: AC2 with %s weights is %d', (weights, published) => {
    expect(valueOf(fourObservers, { metric: 'ac', weights })).toBeCloseTo(published, 3)
  })

  test('Fleiss 1971: thirty patients, six psychiatrists, five diagnoses: .430', () => {
    const patients =
      '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 ' +
      '333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555'
    const cells = patients.split(' ').map((row) => [...row])
    expect(cells).toHaveLength(30)
    expect(valueOf(cells, identity('fleiss'))).toBeCloseTo(0.43, 3)
  })

  test.each([
    ['identity', 0.7964],
    ['linear', 0.843],
    ['ordinal', 0.872],
    ['quadratic', 0.892],
    ['radical', 0.819],
    ['ratio', 0.927],
  ] as const)(
    'two abstractors of pregnancies (Gwet 2014, table 3.1): kappa with %s weights is %d',
    (weights, published) => {
      const cells = [[13, 0, 0], [0, 20, 7], [0, 4, 56]].flatMap((row, k) =>
      row.flatMap((count, l) => Array.from({ length: count }, () => [`${k + 1}`, `${l + 1}`])),
    ) // prettier-ignore
      expect(valueOf(cells, { metric: 'cohen', weights })).toBeCloseTo(published, 3)
      if (weights === 'identity') expect(valueOf(cells, identity('scott'))).toBeCloseTo(0.79624, 5)
    },
  )
})

describe('laws', () => {
  test('who rates first, which item comes first and what raters are called changes nothing', () => {
    fc.assert(
      fc.property(anyCells({ raters: [2, 4], missing: true }), anyMeasure, fc.nat(), (cells, measure, turn) => {
        const turned = cells.map((_, nth) => cells[(nth + turn) % cells.length]!.toReversed())
        const [here, there] = [agreement(cells, measure), agreement(turned, measure)]
        if (here.value === null) expect(there.reason).toBe(here.reason)
        else expect(there.value).toBeCloseTo(here.value, 9)
      }),
      { numRuns: 500 },
    )
  })

  test('what categories are called changes nothing where only sameness counts', () => {
    const nominal = every.filter((each) =>
      each.metric === 'alpha' ? each.level === 'nominal' : each.weights === 'identity',
    )
    const others: Record<string, string> = { 1: 'd', 2: 'a', 3: 'c', 4: 'b' }
    fc.assert(
      fc.property(anyCells({ raters: [2, 3], missing: true }), fc.constantFrom(...nominal), (cells, measure) => {
        const renamed = cells.map((row) => row.map((cell) => cell && others[cell]!))
        const [here, there] = [valueOf(cells, measure), valueOf(renamed, measure)]
        if (here === null) expect(there).toBeNull()
        else expect(there).toBeCloseTo(here, 9)
      }),
    )
  })

  test('no agreement is above 1, percent is a share, kappa and pi of two are not below -1', () => {
    fc.assert(
      fc.property(anyCells({ raters: [2, 4], missing: true }), anyMeasure, (cells, measure) => {
        const value = valueOf(cells, measure)
        if (value === null) return
        expect(value).toBeLessThanOrEqual(1 + 1e-9)
        if (measure.metric === 'percent') expect(value).toBeGreaterThanOrEqual(-1e-9)
        const two = measure.metric === 'cohen' || measure.metric === 'scott'
        if (two && measure.weights === 'identity') expect(value).toBeGreaterThanOrEqual(-1 - 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  test('complete agreement is 1, or undefined where there is nothing to differ in; never anything else', () => {
    fc.assert(
      fc.property(anyCells({ raters: [2, 2], missing: false }), anyMeasure, (cells, measure) => {
        const same = cells.map(([value]) => [value!, value!])
        const { value, reason } = agreement(same, measure)
        const varied = new Set(same.flat()).size > 1
        if (varied || measure.metric === 'percent') expect(value).toBeCloseTo(1, 9)
        else expect(reason).toMatch(/no-variation|one-category/)
      }),
      { numRuns: 300 },
    )
  })

  test("Conger's kappa of two raters is Cohen's, Fleiss' is Scott's, whatever the weights", () => {
    fc.assert(
      fc.property(
        anyCells({ raters: [2, 2], missing: false }),
        fc.constantFrom<WeightName>(...weightNames),
        fc.constantFrom<[CoefficientName, CoefficientName]>(['conger', 'cohen'], ['fleiss', 'scott']),
        (cells, weights, [many, two]) => {
          const [a, b] = [valueOf(cells, { metric: many, weights }), valueOf(cells, { metric: two, weights })]
          if (b === null) expect(a).toBeNull()
          else expect(a).toBeCloseTo(b, 9)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('an item with one rating says nothing about agreement to alpha', () => {
    fc.assert(
      fc.property(anyCells({ raters: [3, 3], missing: false }), fc.constantFrom(...levels), (cells, level) => {
        const more = [...cells, ['1', null, null]]
        const [here, there] = [valueOf(cells, { metric: 'alpha', level }), valueOf(more, { metric: 'alpha', level })]
        if (here === null) expect(there).toBeNull()
        else expect(there).toBeCloseTo(here, 12)
      }),
    )
  })

  test('what two raters said of one item alone has no interval, whatever one of them said of others', () => {
    for (const measure of [identity('percent'), { metric: 'alpha', level: 'nominal' }] as const) {
      expect(agreement(cellsOf('1 2 1\n2 . .\n. 1 .'), measure).interval).toBeNull()
      expect(agreement(cellsOf('1 2 1\n2 2 .\n. 1 .'), measure).interval).not.toBeNull()
    }
  })

  test('an interval is the same for the same seed, and holds values that the measure can have', () => {
    fc.assert(
      fc.property(anyCells({ raters: [2, 3], missing: true }), fc.constantFrom(...overRaters), (cells, measure) => {
        const { value, interval } = agreement(cells, measure)
        expect(agreement(cells, measure).interval).toEqual(interval)
        if (value === null) expect(interval).toBeNull()
        if (interval) expect(interval.low <= interval.high && interval.high <= 1 + 1e-9).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what cannot be measured says why', () => {
  test.each([
    ['alpha', cellsOf('1 .\n. 2'), 'no-pairs'],
    ['percent', cellsOf('1 .\n. 2'), 'no-pairs'],
    ['cohen', cellsOf('1 .\n. 2'), 'no-pairs'],
    ['cohen', cellsOf('1 1 2\n2 2 2'), 'not-two-raters'],
    ['scott', cellsOf('1\n2'), 'not-two-raters'],
    ['conger', cellsOf('1\n2'), 'no-pairs'],
    ['cohen', cellsOf('1 1\n1 1'), 'no-variation'],
    ['fleiss', cellsOf('1 1\n1 1'), 'no-variation'],
    ['alpha', cellsOf('1 1\n1 1'), 'no-variation'],
    ['ac', cellsOf('1 1\n1 1'), 'one-category'],
    ['brennan-prediger', cellsOf('1 1\n1 1'), 'one-category'],
  ] as const)('%s of %j: %s', (metric, cells, reason) => {
    const measure: AgreementMeasure = metric === 'alpha' ? { metric, level: 'nominal' } : identity(metric)
    expect(agreement(cells, measure)).toMatchObject({ value: null, reason, interval: null })
  })

  test('a measure that does not fit the data is a defect of the caller', () => {
    expect(() => agreement(cellsOf('a b\nb b'), { metric: 'alpha', level: 'interval' })).toThrow(RangeError)
    expect(() => agreement(cellsOf('-1 2\n2 2'), { metric: 'alpha', level: 'ratio' })).toThrow(RangeError)
    expect(() => agreement(cellsOf('-1 2\n2 2'), { metric: 'ac', weights: 'ratio' })).toThrow(RangeError)
  })
})

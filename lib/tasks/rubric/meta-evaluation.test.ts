import { expect, test } from 'vitest'
import { metaMeasures } from './meta-evaluation'

// The worked example of simple-evals' own test: the grader says met, not met, met; the physicians [met, met, not], [met, not], [not].
const pairs = { tt: 2, tf: 2, ft: 1, ff: 1 }

test('HealthBench’s meta-evaluation: pairwise precision and recall as its own example has them, balanced over both answers', () => {
  const [precision, recall] = [{ pos: 2 / 4, neg: 1 / 2 }, { pos: 2 / 3, neg: 1 / 3 }]
  expect(metaMeasures.precision(pairs).value).toBeCloseTo((precision.pos + precision.neg) / 2)
  expect(metaMeasures.recall(pairs).value).toBeCloseTo((recall.pos + recall.neg) / 2)
  const f1 = (p: number, r: number) => (2 * p * r) / (p + r)
  expect(metaMeasures.f1(pairs).value).toBeCloseTo((f1(precision.pos, recall.pos) + f1(precision.neg, recall.neg)) / 2)
})

test('without physicians, or where one of the answers never occurs, there is no number and a reason', () => {
  expect(metaMeasures.f1({ tt: 0, tf: 0, ft: 0, ff: 0 })).toEqual({ value: null, reason: 'no-physician' })
  expect(metaMeasures.f1({ tt: 5, tf: 0, ft: 0, ff: 0 })).toEqual({ value: null, reason: 'one-answer-only' })
})

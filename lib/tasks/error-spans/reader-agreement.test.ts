import { expect, test } from 'vitest'
import { judgmentOf } from './any-readings.testing'
import { readerAgreement } from './reader-agreement'

test('what rests on one text has no interval: veracity where one was read by two, spans where one was marked', () => {
  const read = (marks: Parameters<typeof judgmentOf>[0], name: string) => ({ rater: name, answer: judgmentOf(marks, name) })
  const mark = { start: 0, end: 4, type: 'diagnosis', correction: 'one', explanation: 'two' }
  const collector = readerAgreement({ errorsPerText: 'any', tolerance: 'exact' }, { seed: 1, resamples: 200 })
  const bounded = () => collector.measures().flatMap(({ metric, interval }) => (interval ? [metric] : []))
  collector.add([read([mark], 'R-1'), read([mark, { ...mark, start: 6, end: 8 }], 'R-2')])
  expect(collector.measures().find(({ metric }) => metric === 'span-f1')!.value).toBeCloseTo(2 / 3, 12)
  expect(bounded()).toEqual([])
  collector.add([read([], 'R-1'), read([], 'R-2')])
  expect(bounded()).toEqual(['percent', 'alpha'])
  collector.add([read([mark], 'R-1'), read([mark], 'R-2')])
  expect(bounded()).toEqual(['percent', 'alpha', 'span-f1'])
})

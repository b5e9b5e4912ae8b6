import fc from 'fast-check'
import { expect, test } from 'vitest'
import { historyOf, recorded, redone, undone, type History } from './history'

const steps = fc.array(
  fc.record({ value: fc.integer(), name: fc.constantFrom(null, 'a', 'b'), pause: fc.constantFrom(10, 5_000) }),
  { maxLength: 40 },
)
const play = (list: { value: number; name: string | null; pause: number }[]) => {
  let now = 0
  return list.reduce((history, { value, name, pause }) => recorded(history, value, name, (now += pause)), historyOf(-1))
}
const all = <T>(history: History<T>, way: (from: History<T>) => History<T>): History<T> => {
  const next = way(history)
  return next === history ? history : all(next, way)
}

test('undoing everything comes back to the beginning, redoing everything to the end', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const end = play(list)
      const beginning = all(end, undone)
      expect(beginning.present).toBe(-1)
      expect(all(beginning, redone).present).toBe(end.present)
    }),
  )
})

test('typing in one field is one step until it pauses; anything else is a step of its own', () => {
  const typed = [10, 20, 30].reduce((history, at) => recorded(history, at, 'field', at), historyOf(0))
  expect(undone(typed).present).toBe(0)
  expect(undone(recorded(typed, 40, 'field', 60_000)).present).toBe(30)
  expect(undone(recorded(typed, 40, 'other', 40)).present).toBe(30)
  expect(undone(recorded(recorded(typed, 40, null, 40), 50, null, 50)).present).toBe(40)
})

test('typing after an undo begins a new step, and what was taken back is gone', () => {
  const typed = recorded(recorded(historyOf(0), 1, 'field', 10), 2, null, 20)
  const again = recorded(undone(typed), 3, 'field', 30)
  expect(undone(again).present).toBe(1)
  expect(redone(again)).toBe(again)
})

test('no more than 200 states are kept', () => {
  const long = Array.from({ length: 500 }, (_, at) => at).reduce(
    (history, at) => recorded(history, at, null, at),
    historyOf(-1),
  )
  expect(long.past).toHaveLength(200)
  expect(undone(long).present).toBe(498)
})

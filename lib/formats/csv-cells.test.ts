import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, restoredCell, safeCell } from './csv-cells'

test.each(['-1', '0', '-0.5', '12', '-2.5e-7', '-1E+21'])('the number %s is written as it is, for readers that know of no apostrophes', (number) => {
  expect(csvLine([number])).toBe(`${number}\n`)
  expect(restoredCell(number)).toBe(number)
})

test('a number below zero that still has an apostrophe, as files had it once, is read without', () => {
  expect(["'-1", "'-0.5"].map(restoredCell)).toEqual(['-1', '-0.5'])
})

test.each([
  '-1+cmd|"/c calc"!A0', '-1-1', '--1', '-A1', '- 1', '-1 ', ' -1', '-1\n', '\t-1', '-.5', '-1.', '-007', '-1e', '-1,5', '-1%', '+1', '=1', '@1', '－1', '-１',
  "'-1", "''-1", '-', '-1\n=2',
])('what is no plain number and could be run, %j, has an apostrophe before it', (cell) => {
  expect(safeCell(cell)).toBe(`'${cell}`)
  expect(restoredCell(safeCell(cell))).toBe(cell)
}) // prettier-ignore

test('every cell is read back as it was', () => {
  const parts = fc.constantFrom("'", '-', '+', '=', '@', '＝', '1', '0', '.', 'e', ' ', '\t', '\n', 'a', '药')
  const returns = fc.property(fc.string({ unit: parts, maxLength: 6 }), (cell) => {
    expect(restoredCell(safeCell(cell))).toBe(cell)
  })
  fc.assert(returns, { numRuns: 2_000 })
})

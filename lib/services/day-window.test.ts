import { expect, test } from 'vitest'
import { dayInZone } from '@/lib/workflow/day-in-zone'
import { dayWindow, windowDays } from './day-window'

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}`
const submissions = (begun: string | null, counts: [number, number][], today = day(26)) =>
  dayWindow(counts.map(([n, submissions]) => ({ day: day(n), submissions })), { today, begun }).map((one) => one.submissions)

test('the day of opening and today, which are not whole, are left out; days without any count as none', () => {
  expect(submissions(day(22), [[22, 3], [23, 10], [25, 10], [26, 4]])).toEqual([10, 0, 10])
})
test('work before the first opening that is known counts from its own first day', () => {
  expect(submissions(day(25), [[23, 10]])).toEqual([10, 0, 0])
  expect(submissions(null, [[24, 6]])).toEqual([6, 0])
})
test('nothing begun, or begun today, is no day at all', () => {
  expect(submissions(null, [])).toEqual([])
  expect(submissions(day(26), [[26, 5]])).toEqual([])
})
test('the window is no longer than it says', () => {
  expect(submissions('2026-01-01', [])).toHaveLength(windowDays)
})
test('a day is the person’s own', () => {
  const at = new Date('2026-11-23T18:00:00Z')
  expect([dayInZone(at, 'Asia/Shanghai'), dayInZone(at, 'UTC')]).toEqual([day(24), day(23)])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteRange } from './byte-range'

const file = { size: 1_000, etag: '"a"' }
const of = (range: string | null, ifRange: string | null = null) => byteRange(range, ifRange, file)

test.each([
  ['bytes=0-499', { status: 206, start: 0, end: 500 }],
  ['bytes=500-', { status: 206, start: 500, end: 1_000 }],
  ['bytes=-1', { status: 206, start: 999, end: 1_000 }],
  ['bytes=-5000', { status: 206, start: 0, end: 1_000 }],
  ['bytes=999-4000', { status: 206, start: 999, end: 1_000 }],
  ['bytes=1000-', { status: 416 }],
  ['bytes=-0', { status: 416 }],
  [null, { status: 200, start: 0, end: 1_000 }],
  ['bytes=-', { status: 200, start: 0, end: 1_000 }],
  ['bytes=5-2', { status: 200, start: 0, end: 1_000 }],
  ['bytes=0-1,5-6', { status: 200, start: 0, end: 1_000 }],
  ['lines=0-1', { status: 200, start: 0, end: 1_000 }],
] as const)('%s of a thousand bytes', (range, expected) => expect(of(range)).toEqual(expected))

test('a range of another version of the file is answered with the whole of this one', () => {
  expect(of('bytes=10-', '"a"')).toEqual({ status: 206, start: 10, end: 1_000 })
  expect(of('bytes=10-', '"b"')).toEqual({ status: 200, start: 0, end: 1_000 })
  expect(of('bytes=10-', 'W/"a"')).toEqual({ status: 200, start: 0, end: 1_000 })
})

test('whatever is asked, what is sent lies in the file and is not empty unless the file is', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat({ max: 50 }), (nonsense, a, b, size) => {
      for (const range of [nonsense, `bytes=${a % 60}-${b % 60}`, `bytes=${a % 60}-`, `bytes=-${b % 60}`]) {
        const answer = byteRange(range, null, { size, etag: '"x"' })
        if (answer.status === 416) continue
        expect(0 <= answer.start && answer.end <= size && (answer.start < answer.end || size === 0)).toBe(true)
      }
    }),
  )
})

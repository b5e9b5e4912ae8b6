import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, canonicalBytes } from '@/lib/formats/canonical'
import type { Json } from '@/lib/tasks/task'

const json = fc.jsonValue().map((value) => value as Json)

/** The same value with every object's members put in in reverse order. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map((each: Json) => turned(each))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, turned(each)]),
  )
}

test('equal values have equal forms, whatever the order of their members', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonical(turned(value))).toBe(canonical(value))
    }),
  )
})

test('the form is JSON for the same value, and its own canonical form', () => {
  fc.assert(
    fc.property(json, (value) => {
      const form = canonical(value)
      const again = JSON.parse(form) as Json
      expect(again).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonical(again)).toBe(form)
    }),
  )
})

test('nothing of a value is lost: equal forms are equal values', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      const [one, other] = [a, b].map((value) => JSON.stringify(JSON.parse(canonical(value))))
      expect(one === other).toBe(canonical(a) === canonical(b))
    }),
  )
})

test('RFC 8785: numbers and strings of section 3.2.2, key order of section 3.2.3', () => {
  // Number(): the RFC's literal has more digits than a double.
  const numbers = [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001]
  const text = '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/'
  expect(canonical({ numbers, string: text, literals: [null, true, false] })).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
  expect(Object.keys(JSON.parse(canonical(keys)) as object)).toEqual([
    '1',
    '\r',
    '\u0080',
    '\u00f6',
    '\u20ac',
    '\ud83d\ude00',
    '\ufb33',
  ])
  expect(canonical(-0)).toBe('0')
})

test('the bytes are the UTF-8 of the form', () => {
  expect([...canonicalBytes('é')]).toEqual([0x22, 0xc3, 0xa9, 0x22])
})

test.each([NaN, Infinity, '\ud800', { '\udc00': 1 }, [undefined], new Date(0), new Map()])(
  '%o has no form',
  (value) => {
    expect(() => canonical(value as unknown as Json)).toThrow(TypeError)
  },
)

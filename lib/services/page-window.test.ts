import { expect, test } from 'vitest'
import { pageNumber, pageWindow } from './page-window'

test('every row stands on exactly one page, and a page beyond the last is the last', () => {
  for (const total of [0, 1, 19, 20, 21, 5_000]) {
    const { pages } = pageWindow(1, 20, total)
    const shown = Array.from({ length: pages }, (_, n) => pageWindow(n + 1, 20, total)).flatMap(({ offset, limit }) =>
      Array.from({ length: Math.min(limit, total - offset) }, (_, n) => offset + n),
    )
    expect(shown).toEqual(Array.from({ length: total }, (_, n) => n))
    expect(pageWindow(pages + 7, 20, total)).toEqual(pageWindow(pages, 20, total))
  }
})

test('what is no page number means the first page', () => {
  for (const wanted of [undefined, '', 'x', '0', '-3', '1.5', ['2', '3'], '99999999999']) expect(pageNumber.parse(wanted)).toBe(1)
  expect(pageNumber.parse('7')).toBe(7)
})

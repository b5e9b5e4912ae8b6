import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visualLines, type BoxAt } from './visual-lines'

/** A typewriter: `columns` characters a line, ten units each way, wrapping anywhere and breaking at '\n'. */
function typewriter(text: string, columns: number) {
  const at: { line: number; column: number }[] = []
  let line = 0
  let column = 0
  for (const letter of text) {
    if (column === columns && letter !== '\n') {
      line++
      column = 0
    }
    at.push({ line, column })
    column++
    if (letter === '\n') {
      line++
      column = 0
    }
  }
  at.push(column === columns && !text.endsWith('\n') ? { line, column } : { line, column })
  const box = ({ line: l, column: c }: { line: number; column: number }) => ({
    x: c * 10,
    top: l * 20,
    bottom: l * 20 + 14,
  })
  const boxAt: BoxAt = (offset, upstream) =>
    upstream && offset > 0 ? box({ ...at[offset - 1]!, column: at[offset - 1]!.column + 1 }) : box(at[offset]!)
  const edges = Uint32Array.from({ length: text.length + 1 }, (_, index) => index)
  return {
    lines: visualLines(edges, boxAt, (start) => text[start] === '\n'),
    lineOf: (offset: number) => at[offset]!.line,
    last: line,
  }
}
const pages = fc.tuple(fc.stringMatching(/^[ab\n]{1,60}$/), fc.integer({ min: 2, max: 9 }))
const start = { offset: 0, upstream: false }

describe('lines of the screen', () => {
  test('going down line by line visits every line once and ends at the end of the text', () => {
    fc.assert(
      fc.property(pages, ([text, columns]) => {
        const { lines, lineOf, last } = typewriter(text, columns)
        let here = start
        for (let line = 0; line < last; line++) {
          here = lines.lineMoved(here, 0, true)
          expect(lineOf(here.offset)).toBe(line + 1)
        }
        expect(lines.lineMoved(here, 0, true).offset).toBe(text.length)
      }),
    )
  })

  test('up undoes down where the lines are long enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.nat(8),
        fc.integer({ min: 1, max: 5 }),
        (columns, column, down) => {
          const { lines } = typewriter('a'.repeat(columns * 8), columns)
          const from = { offset: column % columns, upstream: false }
          let here = from
          for (let step = 0; step < down; step++) here = lines.lineMoved(here, from.offset * 10, true)
          for (let step = 0; step < down; step++) here = lines.lineMoved(here, from.offset * 10, false)
          expect(here).toEqual(from)
        },
      ),
    )
  })

  test('Home and End are the ends of the same line; at a wrap End keeps the last character', () => {
    fc.assert(
      fc.property(pages, fc.nat(), ([text, columns], somewhere) => {
        const { lines, lineOf } = typewriter(text, columns)
        const here = { offset: somewhere % (text.length + 1), upstream: false }
        const home = lines.lineStart(here)
        const end = lines.lineEnd(here)
        expect(lineOf(home.offset)).toBe(lineOf(here.offset))
        expect(lines.lineStart(end)).toEqual(home)
        expect(lines.lineEnd(end)).toEqual(end)
        expect(text.slice(home.offset, end.offset)).not.toContain('\n')
        if (end.upstream) expect(end.offset - home.offset).toBe(columns)
      }),
    )
  })

  test('a page further goes as many lines as fit, and past the ends to the ends', () => {
    const { lines, lineOf } = typewriter('a'.repeat(90), 9)
    expect(lineOf(lines.distanceMoved(start, 0, 60).offset)).toBe(3)
    expect(lines.distanceMoved(start, 0, 900).offset).toBe(90)
    expect(lines.distanceMoved({ offset: 40, upstream: false }, 0, -900).offset).toBe(0)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from './any-text.testing'
import { codePointsOf } from './code-points'
import { isEdge } from './edges'
import { graphemesOf, snapped } from './graphemes'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The edges as Unicode has them, with no short cut. */
function trueEdges(text: string): number[] {
  const points = codePointsOf(text)
  return [...[...segmenter.segment(text)].map(({ index }) => points.toCodePoint(index)), points.length]
}
const edgesOf = (text: string) => [...graphemesOf(codePointsOf(text))]

describe('graphemes', () => {
  test('the edges are those of Intl.Segmenter on any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(edgesOf(text)).toEqual(trueEdges(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('no character taken for plain ever joins its neighbour, over the whole basic plane', () => {
    for (let block = 0; block < 0x10000; block += 0x400) {
      let text = ''
      for (let unit = block; unit < block + 0x400; unit++) text += String.fromCharCode(unit).repeat(2)
      expect(edgesOf(text), `U+${block.toString(16)}`).toEqual(trueEdges(text))
    }
  })

  test('snapping gives the smallest interval on edges around the one given, and never splits a grapheme', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const points = codePointsOf(text)
        const edges = graphemesOf(points)
        const given = { start: a % (points.length + 1), end: b % (points.length + 1) }
        const [low, high] = [Math.min(given.start, given.end), Math.max(given.start, given.end)]
        const { start, end } = snapped(edges, given)
        expect(isEdge(edges, start) && isEdge(edges, end)).toBe(true)
        expect(start).toBe(trueEdges(text).findLast((edge) => edge <= low) ?? 0)
        if (low === high) expect(end).toBe(start)
        else expect(end).toBe(trueEdges(text).find((edge) => edge >= high))
        expect(snapped(edges, { start, end })).toEqual({ start, end })
      }),
      { numRuns: 500 },
    )
  })

  test('a family, a flag and CR LF are one character each', () => {
    expect(edgesOf('x👨‍👩‍👧‍👦🇨🇳\r\ny')).toEqual([0, 1, 8, 10, 12, 13])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from './any-text.testing'
import { codePointsOf } from './code-points'
import { sentencesOf } from './sentences'

const sentences = (text: string) => {
  const points = codePointsOf(text)
  return sentencesOf(points).map(({ start, end }) => points.slice(start, end))
}

describe('sentences', () => {
  test('partition any text, none empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cut = sentences(text)
        expect(cut.join('')).toBe(text)
        expect(cut).not.toContain('')
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['end before white space', ['He rested. ', 'She left! ', 'Why? ', 'So… ', 'Done.']],
    ['keep decimals and lower case together', ['Gave 3.5 mg i.v. twice, e.g. at noon.']],
    [
      'keep titles and numbered references together',
      ['Dr. Li saw No. 5 and Fig. 2 vs. Table 1. ', 'Any pain? ', 'No. ', 'He left.'],
    ],
    ['keep the number of a list entry with its text', ['1. Take aspirin. ', '2. Rest.']],
    ['take closing quotes and brackets along', ['"Any pain?" ', '(He said no.) ', 'Then left.']],
    ['end in Chinese without white space', ['患者好。', '（没事。）', '“走吧！”', '为何？', '好']],
    ['end at every newline', ['BP 120/80\r\n', 'HR 70\n\n', 'SpO2 98%']],
    ['do not swallow a bracket after a newline', ['one\n', ') two']],
  ])('%s', (_, expected) => {
    expect(sentences(expected.join(''))).toEqual(expected)
  })

  test('take time linear in the text, also where it is all full stops', () => {
    const started = performance.now()
    expect(sentences('.'.repeat(200_000) + 'x')).toHaveLength(1)
    expect(sentences('Dr. '.repeat(50_000))).toHaveLength(1)
    // Quadratic work would take minutes.
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

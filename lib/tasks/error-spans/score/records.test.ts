import { expect, test } from 'vitest'
import { readGold } from './read-gold'
import { readPrediction } from './read-prediction'

const gold = {
  id: 'a',
  text: '𠮷 Give 5 mg.',
  veracity: 'erroneous',
  spans: [{ start: 7, end: 11, quote: '5 mg', type: 'dose' }],
  specialty: 'cardiology',
  tags: { ward: ['x', 'y'], year: 2024, specialty: 'surgery' },
  textSha256: 'not looked at',
}

test('a line of the verdicts is gold: places in code points, its tags before its fields of the same name', () => {
  expect(readGold(gold)).toEqual({
    id: 'a',
    text: gold.text,
    erroneous: true,
    spans: [{ start: 7, end: 11, type: 'dose' }],
    facets: { specialty: ['surgery'], ward: ['x', 'y'], year: ['2024'] },
    sentences: null,
  })
  expect(readGold({ ...gold, outcome: 'unusable', veracity: null, spans: [] })).toBeNull()
})

test.each([
  [{ id: undefined }, 'id', 'missing'],
  [{ text: 3 }, 'text', 'wrong-type'],
  [{ veracity: 'wrong' }, 'veracity', 'wrong-type'],
  [{ veracity: null }, 'veracity', 'missing'],
  [{ veracity: 'correct' }, 'spans', 'spans-on-correct'],
  [{ spans: [{ start: 7, end: 14 }] }, 'spans[0]', 'outside-the-text'],
  [{ spans: [{ start: 7, end: 7 }] }, 'spans[0]', 'outside-the-text'],
  [{ spans: [{ start: 7 }] }, 'spans[0].end', 'missing'],
  [{ spans: [{ start: 8, end: 12, quote: '5 mg' }] }, 'spans[0]', 'quote-differs'],
  [{ sentences: [{ start: 0, end: 99 }] }, 'sentences[0]', 'outside-the-text'],
])('gold with %j is refused at %s: %s', (change, field, reason) => {
  expect(readGold({ ...gold, ...change })).toMatchObject({ field, reason })
})

test('a prediction is offsets or a quote; with both, the quote counts and the start says which', () => {
  const spans = [{ start: 1, end: 2 }, { quote: 'x' }, { quote: 'y', start: 4, end: 5, type: 'dose' }]
  expect(readPrediction({ id: 7, veracity: 'erroneous', spans })).toEqual({
    id: '7',
    prediction: {
      flagged: true,
      spans: [
        { start: 1, end: 2 },
        { quote: 'x', near: null },
        { quote: 'y', near: 4 },
      ],
    },
  })
  expect(readPrediction({ id: 'a', veracity: 'correct' })).toMatchObject({ prediction: { flagged: false, spans: [] } })
})

test.each([
  [{ veracity: undefined }, 'veracity', 'missing'],
  [{ veracity: true }, 'veracity', 'wrong-type'],
  [{ spans: [{ quote: '' }] }, 'spans[0].quote', 'empty'],
  [{ spans: [{ start: 3, end: 3 }] }, 'spans[0]', 'empty'],
  [{ spans: [{ start: 3.5, end: 4 }] }, 'spans[0]', 'wrong-type'],
  [{ spans: 'x' }, 'spans', 'wrong-type'],
])('a prediction with %j is refused at %s: %s', (change, field, reason) => {
  expect(readPrediction({ id: 'a', veracity: 'erroneous', ...change })).toMatchObject({ field, reason })
})

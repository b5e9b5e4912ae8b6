import fc from 'fast-check'
import { derivedId } from './derived-id'
import type { Judgment, Span } from './judgment'
import type { Settings } from './settings'
import { medec } from './templates/medec'

/** A small world in which spans often meet: one text, two types, readings that are copies of each other with slips. */
export const content = { text: 'abcdefghijklmnopqrst' }
export const form = medec.form
export const types = ['diagnosis', 'treatment'] as const

export const anySettings: fc.Arbitrary<Settings> = fc.record({
  errorsPerText: fc.constant('any' as const),
  tolerance: fc.constantFrom<Settings['tolerance']>('exact', { overlap: 0.3 }, { overlap: 0.5 }, { overlap: 0.7 }),
})

type Mark = { start: number; end: number; type: string; correction: string; explanation: string }

const words = fc.constantFrom('one', 'two', 'three')
const anyMark: fc.Arbitrary<Mark> = fc
  .record({
    start: fc.nat(content.text.length - 1),
    size: fc.integer({ min: 1, max: 8 }),
    type: fc.constantFrom(...types),
    correction: words,
    explanation: words,
  })
  .map(({ start, size, ...rest }) => ({ start, end: Math.min(content.text.length, start + size), ...rest }))

export const keyOf = ({ start, end, type }: { start: number; end: number; type: string }) => `${start} ${end} ${type}`

export const anyMarks = fc.uniqueArray(anyMark, { selector: keyOf, maxLength: 4 })

/** A complete judgment; ids follow from `name`, so that those of different readings differ. */
export function judgmentOf(marks: readonly Mark[], name: string, levels = { confidence: 2 }): Judgment {
  const spans = marks.map((mark, nth): Span => ({
    id: derivedId(`${name} ${nth}`),
    quote: content.text.slice(mark.start, mark.end),
    references: [],
    ...mark,
  }))
  return { veracity: spans.length > 0 ? 'erroneous' : 'correct', spans, difficulty: null, note: '', ...levels }
}

/** A slip of the hand: an edge moved by one, or nothing. */
const anySlip = fc.record({ start: fc.constantFrom(0, 0, 0, -1, 1), end: fc.constantFrom(0, 0, 0, -1, 1) })

/** One to five readings that agree or nearly do: the same marks, shuffled, with slips and words of their own. */
export const anySimilarReadings: fc.Arbitrary<Judgment[]> = anyMarks.chain((marks) =>
  fc
    .array(
      fc
        .tuple(...marks.map((mark) => fc.tuple(fc.constant(mark), anySlip, words, words)))
        .chain((slips) => fc.shuffledSubarray(slips, { minLength: slips.length }))
        .chain((slips) => fc.tuple(fc.constant(slips), fc.integer({ min: 1, max: 3 }))),
      { minLength: 1, maxLength: 5 },
    )
    .map((readings) =>
      readings.map(([slips, confidence], nth) => {
        const slipped = slips.map(([mark, slip, correction, explanation]) => {
          const start = Math.max(0, Math.min(mark.start + slip.start, mark.end - 1))
          const end = Math.min(content.text.length, Math.max(mark.end + slip.end, start + 1))
          return { ...mark, start, end, correction, explanation }
        })
        const once = new Map(slipped.map((mark) => [keyOf(mark), mark]))
        return judgmentOf([...once.values()], `reading ${nth}`, { confidence })
      }),
    ),
)

/** Up to five readings with nothing in common but the text. */
export const anyReadings = fc
  .array(anyMarks, { minLength: 1, maxLength: 5 })
  .map((readings) => readings.map((marks, nth) => judgmentOf(marks, `reading ${nth}`)))

/** Readings with an order in which to give them again. */
export const withOrder = (readings: fc.Arbitrary<Judgment[]>) =>
  readings.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray([...given.keys()], { minLength: given.length })),
  )

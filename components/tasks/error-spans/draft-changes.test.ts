import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyDraft } from '@/lib/tasks/error-spans/empty-draft'
import type { Draft, Span } from '@/lib/tasks/error-spans/judgment'
import { judged, marked, placed, rated, unmarked, unmarkedAll, written, type Edit } from './draft-changes'

const span = (id: string, start: number, end: number): Span => ({
  id,
  start,
  end,
  quote: 'x'.repeat(end - start),
  type: 't',
  correction: '',
  explanation: '',
  references: [],
})
const places = fc
  .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => [start, start + length] as const)
const drafts = fc
  .array(places, { maxLength: 12 })
  .map((list) =>
    list.reduce<Draft>((draft, [start, end], index) => marked(span(`s${index}`, start, end))(draft), emptyDraft()),
  )

const inOrder = ({ spans }: Draft) => spans.every((one, at) => at === 0 || spans[at - 1]!.start <= one.start)

test('spans stay in text order through marking and moving', () => {
  fc.assert(
    fc.property(drafts, places, fc.nat(11), (draft, [start, end], which) => {
      const moved = placed(`s${which}`, { start, end }, 'new')(draft)
      expect(inOrder(draft) && inOrder(moved)).toBe(true)
      expect(moved.spans.map(({ id }) => id).sort()).toEqual(draft.spans.map(({ id }) => id).sort())
    }),
  )
})

test('an edit that changes nothing gives back the very same draft, so that nothing is saved for it', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const idle: Edit[] = [
        unmarked('nobody'),
        placed('nobody', { start: 0, end: 1 }, 'x'),
        written('nobody', 'correction', 'x'),
        rated('difficulty', null),
      ]
      for (const edit of idle) expect(edit(draft)).toBe(draft)
      for (const { id, start, end, quote } of draft.spans) expect(placed(id, { start, end }, quote)(draft)).toBe(draft)
    }),
  )
})

test('no edit touches the draft it was given', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const before = JSON.stringify(draft)
      for (const edit of [
        judged('correct'),
        marked(span('n', 3, 4)),
        written('s0', 'correction', 'y'),
        unmarked('s0'),
        unmarkedAll,
      ])
        edit(draft)
      expect(JSON.stringify(draft)).toBe(before)
    }),
  )
})

test('marking an error judges the text erroneous; judging it correct loses no mark', () => {
  const draft = marked(span('a', 0, 3))({ ...emptyDraft(), veracity: 'correct' })
  expect(draft.veracity).toBe('erroneous')
  expect(judged('correct')(draft).spans).toHaveLength(1)
})

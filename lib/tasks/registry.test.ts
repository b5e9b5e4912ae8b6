import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anySimilarReadings, content, judgmentOf } from './error-spans/any-readings.testing'
import { taskCodes, taskOf } from './registry'
import type { ItemHead, VerdictHead } from './task'

const task = taskOf('error-spans')
const [medfact] = task.templates
const marks = [{ start: 4, end: 8, type: 'conceptual', correction: 'c', explanation: 'e' }]
const judgment = judgmentOf(marks, 'one')
const item: ItemHead = {
  id: 'i-1', textSha256: 'f00', language: 'en', specialty: null, group: 'g', source: null, licence: 'CC0', tags: { style: 'popular' },
} // prettier-ignore
const verdict: VerdictHead = { basis: 'consensus', version: 1, protocol: 3, rationale: null, cause: null }

const reversed = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toReversed())
    : value

describe('tasks by name', () => {
  test('every listed code is that of its task, and no other name is one', () => {
    for (const code of taskCodes) expect(taskOf(code).code).toBe(code)
    expect(() => taskOf('toString')).toThrow()
  })

  test('JSON of another shape never reaches a rule', () => {
    const { settings, form } = medfact!
    expect(() => task.problems({ ...judgment, extra: 1 }, { content, settings, form })).toThrow(/extra/)
    expect(() => task.disagreement([judgment, { ...judgment, veracity: null }], settings)).toThrow()
    expect(() => task.merge([judgment], { errorsPerText: 'any' })).toThrow()
    expect(() => task.anchors({ spans: judgment.spans })).toThrow()
    expect(() => task.contentFields.parse({ ...content, question: '?' })).toThrow(/question/)
  })

  test('a task by name gives the answers of its rules', () => {
    const { settings, form } = medfact!
    expect(task.problems(task.emptyDraft(), { content, settings, form })).toContainEqual({
      path: 'veracity',
      code: 'veracity-missing',
    })
    expect(task.problems({ ...judgment, confidence: null }, { content, settings, form, of: 'verdict' })).toEqual([])
    expect(task.disagreement([judgment, judgmentOf([], 'two')], settings).disputed).toBe(true)
    expect(task.merge([judgment], settings)).toMatchObject({ veracity: 'erroneous' })
    expect(task.anchors(judgment)).toEqual([{ id: judgment.spans[0]!.id, start: 4, end: 8, quote: 'efgh' }])
  })

  test.each(['', ' \n', 'a\0b', 'a\ud83d', 'x'.repeat(200_001)])(
    'a text that cannot be stored or read is refused (%#)',
    (text) => {
      expect(task.contentFields.safeParse({ text }).success).toBe(false)
    },
  )
})

describe('downloads', () => {
  const exported = {
    start: 4,
    end: 8,
    quote: 'efgh',
    type: 'conceptual',
    correction: 'c',
    explanation: 'e',
    references: [],
  }

  test('a verdict is one line of gold, without the ids of spans', () => {
    expect(task.verdictRecord(item, content, verdict, judgment, null)).toEqual({
      ...item, text: content.text, outcome: 'answer', veracity: 'erroneous', spans: [exported], difficulty: null, confidence: 2, verdict,
    }) // prettier-ignore
  })

  test('a stored answer gives the line that it gave when it was parsed', () => {
    const { judgment: schema, contentFields, verdictRecord, readingRecord } = task
    const reading = { reader: 'R-07', seat: 'B', revision: 2, protocol: 3, activeMs: 61_000 }
    fc.assert(
      fc.property(anySimilarReadings, (answers) => {
        for (const answer of answers) {
          // Postgres keeps the members of an object in an order of its own.
          const stored: unknown = JSON.parse(JSON.stringify(answer), (_, value: unknown) => reversed(value))
          const [text, parsed] = [contentFields.parse(content), schema.parse(stored)]
          expect(JSON.stringify(verdictRecord(item, content, verdict, stored, null))).toBe(
            JSON.stringify(verdictRecord(item, text, verdict, parsed, null)),
          )
          expect(JSON.stringify(readingRecord(item, reading, stored))).toBe(
            JSON.stringify(readingRecord(item, reading, parsed)),
          )
        }
      }),
    )
  })

  test('an unusable item keeps its line and has no veracity', () => {
    expect(task.verdictRecord(item, content, verdict, null, null)).toMatchObject({
      outcome: 'unusable',
      veracity: null,
      spans: [],
    })
  })

  test('a reading goes by pseudonym', () => {
    const reading = { reader: 'R-07', seat: 'B', revision: 2, protocol: 3, activeMs: 61_000 }
    expect(task.readingRecord(item, reading, judgment)).toEqual({
      item: 'i-1', textSha256: 'f00', ...reading, veracity: 'erroneous', spans: [exported], difficulty: null, confidence: 2, note: '',
    }) // prettier-ignore
  })
})

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codePointsOf } from '@/lib/spans/code-points'
import { taskOf } from '@/lib/tasks/registry'
import { placed } from './placed'
import type { DemoItem, DemoScript, DemoSpan, DemoStudy, PersonKey } from './types'
import { chen, gu } from './who'
import { people } from './people'
import { textStudies as studies } from './text-studies'

const personOf = (key: PersonKey) => people.find((person) => person.key === key)!
const studyOf = (key: string) => studies.find((study) => study.key === key)!
const itemOf = (study: DemoStudy, id: string) => study.items.find((item) => item.id === id)!
const task = taskOf('error-spans')
const formOf = (study: DemoStudy) =>
  task.templates.find(({ code }) => code === study.template)!.form as unknown as {
    taxonomy: { types: { code: string }[] }[]
  }
const typesOf = (study: DemoStudy) => formOf(study).taxonomy.flatMap(({ types }) => types.map(({ code }) => code))
const answer = (
  { text }: DemoItem,
  told: { veracity: string; spans: DemoSpan[]; difficulty?: number | null; confidence?: number | null; note?: string },
) => ({
  veracity: told.veracity,
  spans: told.spans.map(({ occurrence, ...span }) => ({
    id: randomUUID(),
    ...span,
    ...placed(occurrence === undefined ? span : { ...span, occurrence }, text),
  })),
  difficulty: told.difficulty ?? null,
  confidence: told.confidence ?? null,
  note: told.note ?? '',
})
const conflicted = (key: PersonKey, item: DemoItem) =>
  personOf(key).conflicts.some(({ kind, value }) => value === (kind === 'source' ? item.source : item.tags.author))

const spansOf = ({ readings, drafts, adjudication }: DemoScript) => [
  ...readings.flatMap(({ spans }) => spans),
  ...drafts.flatMap(({ spans }) => spans),
  ...(adjudication?.decision.kind === 'own' ? adjudication.decision.spans : []),
]
const ownVerdictOf = ({ adjudication }: DemoScript) =>
  adjudication?.decision.kind === 'own' ? adjudication.decision : null
/** What the readings of an item differ in: veracity, place, type, missing. */
const differencesOf = (study: DemoStudy, { item, readings }: DemoScript) =>
  task
    .disagreement(
      readings.map((told) => answer(itemOf(study, item), told)),
      study.settings,
    )
    .points.map((point) => point as { kind: string; agreed: boolean; reasons?: string[] })
    .flatMap(({ kind, agreed, reasons }) => (agreed ? [] : (reasons ?? [kind])))

describe('the department', () => {
  it('has distinct people with distinct addresses of an invented domain', () => {
    expect(new Set(people.map(({ key }) => key)).size).toBe(people.length)
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
    for (const { email } of people) expect(email).toMatch(/^[a-z.]+@meridian\.example$/)
    expect(people.length).toBeGreaterThanOrEqual(12)
    expect(people.filter(({ instanceOwner }) => instanceOwner)).toHaveLength(1)
    expect(people.flatMap(({ showcase }) => showcase ?? []).toSorted()).toEqual([
      'adjudicator',
      'admin',
      'reader',
      'researcher',
    ])
  })

  it('writes what it promises: forty Chinese texts, thirty-two English notes, a pilot of twenty-four in both languages', () => {
    expect(studies.map(({ items }) => items.length)).toEqual([40, 32, 24])
    expect(studies.map(({ k }) => k)).toEqual([3, 2, 2])
    expect(studies.map(({ items }) => [...new Set(items.map(({ language }) => language))])).toEqual([
      ['zh-CN'],
      ['en'],
      ['en', 'zh-CN'],
    ])
  })

  it('never gives two items of the world the same text', () => {
    const texts = studies.flatMap(({ items }) => items.map(({ text }) => text))
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('has texts from sixty characters to about six thousand, one with CRLF line breaks and full-width figures, some with emoji', () => {
    const texts = studies.flatMap(({ items }) => items.map(({ text }) => text))
    const lengths = texts.map((text) => codePointsOf(text).length).toSorted((a, b) => a - b)
    expect(lengths[0]).toBeGreaterThanOrEqual(50)
    expect(lengths[0]).toBeLessThan(100)
    expect(lengths.filter((length) => length > 5_000 && length < 8_000)).toHaveLength(2)
    expect(lengths.filter((length) => length > 2_000 && length < 3_000).length).toBeGreaterThanOrEqual(1)
    expect(texts.filter((text) => text.includes('\r\n') && /[０-９]/.test(text))).toHaveLength(1)
    expect(texts.filter((text) => /\p{Extended_Pictographic}/u.test(text)).length).toBeGreaterThanOrEqual(2)
  })
})

describe.each(studies)('study $key', (study) => {
  it('has about half of its texts erroneous, each reference quoted from its text with a type of the taxonomy', () => {
    const wrong = study.items.filter(({ sealed }) => sealed.reference.veracity === 'erroneous')
    expect(wrong.length / study.items.length).toBeGreaterThan(0.4)
    expect(wrong.length / study.items.length).toBeLessThan(0.6)
    for (const { sealed, text } of study.items) {
      expect(sealed.reference.spans.length > 0).toBe(sealed.reference.veracity === 'erroneous')
      expect(sealed.reference.spans.length).toBeLessThanOrEqual(study.settings.errorsPerText === 'any' ? 9 : 1)
      for (const span of sealed.reference.spans) {
        placed(span, text)
        expect(typesOf(study)).toContain(span.type)
      }
    }
  })

  it('quotes only what stands in the text, once or by its number, and judges completely by the rules of the task', () => {
    for (const script of study.scripts) {
      const item = itemOf(study, script.item)
      for (const span of spansOf(script)) placed(span, item.text)
      for (const { spans } of script.drafts) {
        for (const { type } of spans) expect(['', ...typesOf(study)]).toContain(type)
      }
      const context = { content: { text: item.text }, settings: study.settings, form: formOf(study) }
      for (const told of script.readings) {
        expect([script.item, told.reader, task.problems(answer(item, told), context)]).toEqual([
          script.item,
          told.reader,
          [],
        ])
      }
      const own = ownVerdictOf(script)
      const missing = own ? task.problems(answer(item, own), { ...context, of: 'verdict' }) : []
      expect([script.item, missing]).toEqual([script.item, []])
    }
  })

  it('has a guideline of real length with a table', () => {
    const words = study.guideline.match(/[\p{Script=Han}]|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)!.length
    expect(words).toBeGreaterThan(700)
    expect(study.guideline).toMatch(/^\|(---\|)+$/m)
  })
})

const inState = (study: DemoStudy, state: DemoScript['state']) =>
  study.scripts.filter((script) => script.state === state)

describe('the Tuesday', () => {
  const factCheck = studyOf('fact-check-zh')
  it('leaves the main reader at least ten items to read and one draft to finish', () => {
    const waiting = factCheck.scripts.filter(
      (script) =>
        script.readings.length + script.drafts.length < factCheck.k &&
        [...script.readings, ...script.drafts, ...script.declines].every(({ reader }) => reader !== chen) &&
        !conflicted(chen, itemOf(factCheck, script.item)),
    )
    expect(waiting.length).toBeGreaterThanOrEqual(10)
    expect(factCheck.scripts.flatMap(({ drafts }) => drafts).filter(({ reader }) => reader === chen)).toHaveLength(1)
  })

  it('brings every kind of difference to the bench: veracity, place, type, and a span that not every reader marked', () => {
    for (const study of [factCheck, studyOf('clinical-notes-en')]) {
      const kinds = inState(study, 'disputed').flatMap((script) => differencesOf(study, script))
      expect([study.key, new Set(kinds)]).toEqual([study.key, new Set(['veracity', 'missing', 'place', 'type'])])
    }
  })

  it('leaves the main adjudicator at least four disputes', () => {
    const open = inState(factCheck, 'disputed').filter(({ item }) => !conflicted(gu, itemOf(factCheck, item)))
    expect(open.length).toBeGreaterThanOrEqual(4)
  })

  it('has items in every state in both running studies, and nothing but verdicts in the pilot', () => {
    for (const study of [factCheck, studyOf('clinical-notes-en')]) {
      for (const state of ['untouched', 'reading', 'agreed', 'disputed', 'adjudicated'] as const) {
        expect([study.key, state, inState(study, state).length > 2]).toEqual([study.key, state, true])
      }
    }
    const pilot = studyOf('leaflets-pilot')
    expect(inState(pilot, 'agreed').length + inState(pilot, 'adjudicated').length).toBe(pilot.items.length)
  })

  it('shows every cause of a difference, a verdict of no error, an unusable item, a declined seat, and answered and open threads', () => {
    const scripts = studies.flatMap((study) => study.scripts)
    const verdicts = scripts.flatMap(({ adjudication }) => adjudication ?? [])
    expect(new Set(verdicts.map(({ cause }) => cause)).size).toBe(5)
    expect(verdicts.some(({ decision }) => decision.kind === 'unusable')).toBe(true)
    expect(verdicts.some(({ decision }) => decision.kind === 'own' && decision.veracity === 'correct')).toBe(true)
    expect(scripts.flatMap(({ declines }) => declines).length).toBeGreaterThanOrEqual(1)
    const threads = scripts.flatMap((script) => script.threads)
    expect(threads.some(({ messages }) => messages.length === 1)).toBe(true)
    expect(threads.some(({ messages }) => messages.length > 1)).toBe(true)
  })
})

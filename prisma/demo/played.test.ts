/** What holds of every study of the demo world, whatever its task. */
import { describe, expect, it } from 'vitest'
import { keptOf } from '@/lib/tasks/kept-content'
import { taskOf } from '@/lib/tasks/registry'
import { before } from './before.testing'
import { people } from './people'
import type { PlayedItem, PlayedScript, PlayedStudy } from './played'
import type { DemoRole, PersonKey } from './types'
import { demoWorld } from './world'

const { studies } = demoWorld
const personOf = (key: PersonKey) => people.find((person) => person.key === key)!
const itemOf = (study: PlayedStudy, id: string) => study.items.find((item) => item.id === id)!
const batchOf = (study: PlayedStudy, id: string) => study.batches.find(({ items }) => items.includes(id))
const rolesOf = (study: PlayedStudy, key: PersonKey) => study.members.find(({ person }) => person === key)?.roles ?? []
const formOf = (study: PlayedStudy) => taskOf(study.task).templates.find(({ code }) => code === study.template)!.form
const conflicted = (key: PersonKey, item: PlayedItem) =>
  personOf(key).conflicts.some(({ kind, value }) => (kind === 'source' ? value === item.source : value === item.tags['author']))
const answersOf = ({ readings }: PlayedScript) => readings.flatMap(({ answer, again }) => (again ? [answer, again] : [answer]))

it('there are six studies, of all four tasks, and no two have one name', () => {
  expect(new Set(studies.map(({ task }) => task))).toEqual(new Set(['error-spans', 'rubric-authoring', 'rubric-scoring', 'preference']))
  expect(new Set(studies.flatMap(({ key, name }) => [key, name])).size).toBe(2 * 6)
})

describe.each(studies)('study $key', (study) => {
  const task = taskOf(study.task)

  it('gives everybody one role, and has two admins, two adjudicators, seven to nine readers and one researcher', () => {
    const held = study.members.flatMap(({ roles }) => roles)
    const count = (role: DemoRole) => held.filter((each) => each === role).length
    for (const { person, roles } of study.members) expect([person, personOf(person) && roles.length]).toEqual([person, 1])
    expect([count('admin'), count('adjudicator'), count('researcher')]).toEqual([2, 2, 1])
    expect(count('reader')).toBeGreaterThanOrEqual(7)
    expect(count('reader')).toBeLessThanOrEqual(9)
  })

  it('has a script for every item and every item in at most one batch; what is asked twice is in it', () => {
    const ids = study.items.map(({ id }) => id).toSorted()
    expect(new Set(ids).size).toBe(ids.length)
    expect(study.scripts.map(({ item }) => item).toSorted()).toEqual(ids)
    const planned = study.batches.flatMap(({ items }) => items)
    expect(new Set(planned).size).toBe(planned.length)
    expect(planned.every((id) => ids.includes(id))).toBe(true)
    for (const { items, twice = [] } of study.batches) expect(items).toEqual(expect.arrayContaining(twice))
    const again = study.scripts.filter(({ readings }) => readings.some((reading) => reading.again)).map(({ item }) => item)
    expect(study.batches.flatMap(({ twice = [] }) => twice)).toEqual(expect.arrayContaining(again))
  })

  it('never has two items of one text, and every item is whole by the task’s own schema', () => {
    const texts = study.items.map(({ content }) => keptOf(task, task.contentFields.parse(content)).text)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('judges completely by the rules of the task', () => {
    for (const script of study.scripts) {
      const context = { content: task.contentFields.parse(itemOf(study, script.item).content), settings: study.settings, form: formOf(study) }
      for (const answer of answersOf(script)) expect([script.item, task.problems(answer, context)]).toEqual([script.item, []])
      for (const { answer } of script.drafts) task.draft.parse(answer)
      const verdict = script.adjudication?.answer
      expect([script.item, verdict ? task.problems(verdict, { ...context, of: 'verdict' }) : []]).toEqual([script.item, []])
    }
  })

  it('lets only members of the batch’s pool read, each item once, in a language they know and without a conflict', () => {
    for (const script of study.scripts) {
      const item = itemOf(study, script.item)
      const seated = [...script.readings, ...script.drafts].map(({ reader }) => reader)
      const touched = [...seated, ...script.declines.map(({ reader }) => reader)]
      expect([script.item, new Set(touched).size]).toEqual([script.item, touched.length])
      expect(seated.length).toBeLessThanOrEqual(study.k)
      for (const reader of touched) {
        expect(rolesOf(study, reader)).toContain('reader')
        expect(batchOf(study, script.item)?.pool).toContain(reader)
        expect([script.item, reader, personOf(reader).languages]).toEqual([script.item, reader, expect.arrayContaining([item.language])])
      }
      for (const reader of seated) expect([script.item, reader, conflicted(reader, item)]).toEqual([script.item, reader, false])
    }
  })

  it('is adjudicated only by adjudicators without a conflict who know the language', () => {
    for (const { item, adjudication } of study.scripts) {
      if (!adjudication) continue
      const { adjudicator } = adjudication
      expect(rolesOf(study, adjudicator)).toContain('adjudicator')
      expect([item, conflicted(adjudicator, itemOf(study, item))]).toEqual([item, false])
      expect(personOf(adjudicator).languages).toContain(itemOf(study, item).language)
      expect(adjudication.rationale.length).toBeGreaterThan(20)
    }
  })

  it('stands, item by item, where the disagreement rule says it stands', () => {
    for (const { item, state, readings, drafts, adjudication } of study.scripts) {
      const full = readings.length === study.k
      const disputed = full && task.disagreement(readings.map(({ answer }) => answer), study.settings).disputed
      const derived = disputed ? (adjudication ? 'adjudicated' : 'disputed') : full ? 'agreed' : readings.length + drafts.length > 0 ? 'reading' : 'untouched'
      expect([item, derived]).toEqual([item, state])
    }
  })

  it('happens in order: a batch opens, readings come in on working days, verdicts follow', () => {
    for (const { item, readings, adjudication } of study.scripts) {
      const opened = batchOf(study, item)?.opened
      for (const { submitted } of readings) {
        expect([item, before(submitted) < before(opened!)]).toEqual([item, true])
        expect(before(submitted)).toBeGreaterThan(0)
        expect([item, adjudication ? before(adjudication.decided) < before(submitted) : true]).toEqual([item, true])
        expect([item, [2, 3]]).not.toEqual([item, expect.arrayContaining(['daysAgo' in submitted ? submitted.daysAgo % 7 : 0])])
      }
    }
  })

  it('lets only the reader and admins write in a thread', () => {
    for (const { threads } of study.scripts) {
      for (const { reader, messages } of threads) {
        expect(messages[0]!.by).toBe(reader)
        for (const { by } of messages) expect(by === reader || rolesOf(study, by).includes('admin')).toBe(true)
      }
    }
  })
})

describe('the studies of patient messages', () => {
  const messages = studies.filter(({ task }) => task !== 'error-spans')

  it('have disputes at the bench, items being read, and verdicts of both kinds', () => {
    for (const { key, scripts } of messages) {
      const states = new Set(scripts.map(({ state }) => state))
      for (const state of ['agreed', 'adjudicated', 'disputed', 'reading'] as const) expect([key, state, states.has(state)]).toEqual([key, state, true])
    }
  })

  it('release what is closed, score systems on exactly that, and ask again what a later rubric changes', () => {
    const scoring = messages.find(({ task }) => task === 'rubric-scoring')!
    const closed = scoring.scripts.filter(({ state }) => state === 'agreed' || state === 'adjudicated').map(({ item }) => item)
    expect(scoring.release).toBeDefined()
    for (const { predictions } of scoring.submissions!) expect(predictions.map(({ id }) => id)).toEqual(closed)
    for (const { id } of scoring.revision!.rubrics) expect(closed).toContain(id)
    expect(scoring.revision!.scripts.map(({ item }) => item)).toEqual(scoring.revision!.rubrics.map(({ id }) => id))
  })

  it('ask some comparisons twice, and not everybody says the same again', () => {
    const comparing = messages.find(({ task }) => task === 'preference')!
    const twice = comparing.scripts.flatMap(({ readings }) => readings.filter((reading) => reading.again))
    expect(twice.length).toBeGreaterThanOrEqual(6)
    expect(twice.some(({ answer, again }) => JSON.stringify(answer['overall']) !== JSON.stringify(again!['overall']))).toBe(true)
  })
})

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordReader } from '@/lib/formats/read-record'
import { holdsTheLaw } from '../../conversation/formats-law.testing'
import { filesOf, readFiles } from '../../error-spans/formats/format-files.testing'
import { wholeWeight } from '../../rubric/criterion'
import { trlItem } from '../../conversation/imports/pair-item'
import { contentFields as preferenceFields } from '../../preference/content'
import { trl as preferenceTrl } from '../../preference/formats/trl'
import { healthBenchItem } from '../../rubric/healthbench-item'
import { kqaItem } from '../../rubric/kqa-item'
import type { JsonObject } from '../../task'
import { anyRecords, criterionOf, withHashes } from '../any-readings.testing'
import { contentFields, type Content } from '../content'
import type { CriterionLabel } from '../judgment'
import { provisionalReward } from '../../rubric/reward'
import { verdictRecord } from '../record'
import { recordSchema } from '../record-schema'
import { formats } from './formats'
import { metaEvaluationRows } from './meta-evaluation'

const readable = formats.filter(({ read }) => read !== null).map((format) => [format.code, format] as const)
test.each(readable)('%s: what was written reads back as it was, but for the fields that are said to be lost', async (_, format) => {
  expect(await holdsTheLaw(format, anyRecords, withHashes)).toBeGreaterThan(20)
})

const format = (code: string) => formats.find((each) => each.code === code)!
const rowsOf = async (code: string, record: JsonObject) => {
  const [bytes] = (await filesOf(format(code), await withHashes([record]))).values()
  return new TextDecoder().decode(bytes).split('\n').filter(Boolean).map((line) => JSON.parse(line) as JsonObject)
}

const content: Content = {
  prompt: [{ role: 'user', content: 'Hm?' }],
  rubric: {
    version: 1,
    criteria: [criterionOf('m1', 'main', { weight: 0.7 * wholeWeight }), criterionOf('m2', 'main', { weight: 0.3 * wholeWeight, tags: ['cluster:hedging'] }), criterionOf('b', 'bonus'), criterionOf('v', 'veto')],
    reward: { alpha: 0.5, beta: 1, lambda: 2 },
  },
  responses: [{ id: 'y', text: 'Text y.' }, { id: 'x', text: 'Text x.' }],
} // prettier-ignore
const labelsFor = (response: string, ...labels: CriterionLabel['label'][]): CriterionLabel[] =>
  labels.map((label, nth) => ({ response, criterion: content.rubric.criteria[nth]!.id, label, rationale: '', evidence: [] }))
const labels = [...labelsFor('y', 'met', 'partly', 'met', 'violated'), ...labelsFor('x', 'not-met', 'not-applicable', 'not-met', 'not-met')]
const head = { id: 'i', textSha256: '', language: null, specialty: null, group: null, source: null, licence: null, tags: {} }
const record = verdictRecord(head, content, { basis: 'consensus', version: 1, protocol: 1, rationale: null, cause: null }, { labels, note: '', shown: [] }, { reward: provisionalReward })

describe('what releases hand on', () => {
  test('a usable record is of the shape that releases promise, with what follows from the labels', () => {
    expect(recordSchema.parse(record)).toEqual(record)
    expect(record).toMatchObject({
      scores: [{ response: 'y', s1: 0.85, s2: 1, s3: 1, reward: 1.35 - 2 }, { response: 'x', s1: 0, s2: 0, s3: 0, reward: 0 }],
      preferences: [{ a: 'x', b: 'y', preferred: 'x', decidedBy: 'safety' }],
    }) // prettier-ignore
  })

  test('what follows from labels cannot be typed', async () => {
    const typed = (change: object) => readFiles(format('native'), new Map([['f', new TextEncoder().encode(JSON.stringify({ ...record, textSha256: null, ...change }))]]))
    expect(await typed({})).toMatchObject([{ record: { scores: record['scores'] } }])
    expect(await typed({ preferences: [{ a: 'x', b: 'y', preferred: 'y', decidedBy: 'safety' }] })).toMatchObject([{ field: 'preferences', reason: 'not-what-follows' }])
    expect(await typed({ labels: labels.slice(1) })).toMatchObject([{ field: 'labels', reason: 'labels-incomplete', values: { missing: 1 } }])
    expect(await typed({ labels: [{ ...labels[0], evidence: [{ start: 0, end: 4, quote: 'Tixt' }] }, ...labels.slice(1)] })).toMatchObject([{ field: 'labels[0].evidence[0].quote', reason: 'quote-differs' }])
  })

  test('a pair is a row for each criterion that applies to both, labelled on its own, beside what decides on the whole', async () => {
    const rows = await rowsOf('explicit-criteria', record)
    expect(rows.map(({ criterion_id, weight, preferred }) => [criterion_id, weight, preferred])).toEqual([['m1', 0.7, 'b'], ['b', null, 'b'], ['v', null, 'a']])
    expect(rows[0]).toMatchObject({ a: 'x', b: 'y', response_a: 'Text x.', axis: 'accuracy', group: 'main', label_a: 'not-met', label_b: 'met', scores_a: { s1: 0, s2: 0, s3: 0 }, scores_b: { s1: 0.85, s2: 1, s3: 1 }, overall: 'a', decided_by: 'safety' })
  }) // prettier-ignore

  test('where signed points count, what is negative is satisfied by not being met, whatever group it is stored in', async () => {
    const signed = { ...content.rubric, criteria: [criterionOf('good', 'bonus', { points: 5 }), criterionOf('bad', 'bonus', { points: -10 })] }
    const said = [['x', 'good', 'not-met'], ['x', 'bad', 'met'], ['y', 'good', 'not-met'], ['y', 'bad', 'not-met']] as const
    const answer = { labels: said.map(([response, criterion, label]) => ({ response, criterion, label, rationale: '', evidence: [] })), note: '', shown: [] }
    const stored = verdictRecord(head, { ...content, rubric: signed }, { basis: 'consensus', version: 1, protocol: 1, rationale: null, cause: null }, answer, { reward: provisionalReward })
    const rows = await rowsOf('explicit-criteria', stored)
    expect(rows.map(({ criterion_id, preferred, overall }) => [criterion_id, preferred, overall])).toEqual([['good', 'tie', 'b'], ['bad', 'b', 'b']])
  })

  test('a rubric whose points and groups say opposite things is no record to convert', async () => {
    const read = (points: number, group: 'bonus' | 'veto', counting?: 'groups') =>
      readFiles(format('native'), new Map([['f', new TextEncoder().encode(JSON.stringify({ id: 'i', prompt: 'Hm?', responses: [], rubric: { version: 1, criteria: [criterionOf('a', 'bonus', { points: 1 }), criterionOf('b', group, { points })], ...(counting ? { counting } : {}) } }))]]))
    expect(await read(-10, 'bonus')).toMatchObject([{ field: 'rubric.criteria', reason: 'negative-no-veto' }])
    expect(await read(5, 'veto')).toMatchObject([{ field: 'rubric.criteria', reason: 'veto-earns-points' }])
    for (const fine of [await read(-10, 'veto'), await read(5, 'veto', 'groups')]) expect(fine).toMatchObject([{ record: { id: 'i' } }])
  })

  test('rewards carry their settings, and TRL pairs the preference that follows', async () => {
    expect(await rowsOf('rewards', record)).toMatchObject([{ response: 'y', completion: 'Text y.', s3: 1, reward: 1.35 - 2, alpha: 0.5, beta: 1, lambda: 2 }, { response: 'x', reward: 0 }])
    expect(await rowsOf('trl', record)).toEqual([{ id: 'i', prompt: content.prompt, chosen: [{ role: 'assistant', content: 'Text x.' }], rejected: [{ role: 'assistant', content: 'Text y.' }], decided_by: 'safety' }])
  })

  test('without settings no reward follows, whatever a template begins with', async () => {
    const { reward: _, ...unsaid } = content.rubric
    for (const rubric of [unsaid, { ...unsaid, reward: null }]) {
      const [row] = await readFiles(format('native'), new Map([['f', new TextEncoder().encode(JSON.stringify({ id: 'i', prompt: 'Hm?', responses: content.responses, labels, rubric }))]]))
      const read = row && 'record' in row ? row.record : expect.fail(JSON.stringify(row))
      expect(await readFiles(format('parquet'), await filesOf(format('parquet'), [read]))).toMatchObject([{ record: { rubric: { reward: null } } }])
      expect(await rowsOf('rewards', read)).toMatchObject([{ response: 'y', s1: 0.85, s2: 1, s3: 1, reward: null, alpha: null, beta: null, lambda: null }, { response: 'x', reward: null }])
    }
  })

  test('pairs of three responses are three rows of different names, which a study of preferences takes with what decided them sealed', async () => {
    const three = { ...content, responses: [...content.responses, { id: 'z', text: 'Text z.' }] }
    const answer = { labels: [...labels, ...labelsFor('z', 'met', 'met', 'not-met', 'not-met')], note: '', shown: [] }
    const rows = await rowsOf('trl', verdictRecord(head, three, { basis: 'consensus', version: 1, protocol: 1, rationale: null, cause: null }, answer, { reward: provisionalReward }))
    expect(rows.map(({ id, decided_by }) => [id, decided_by])).toEqual([['i/1', 'safety'], ['i/2', 'proficiency'], ['i/3', 'safety']])
    const items = rows.map((row, nth) => recordReader(preferenceFields)(trlItem(row, { stem: 's', line: nth + 1 }) as Record<string, unknown>))
    expect(items).toMatchObject([{ id: 'i/1', sealed: { preference: { chosen: 'a', decidedBy: 'safety' } } }, { id: 'i/2' }, { id: 'i/3' }])
    const back = await readFiles(preferenceTrl, new Map([['f', new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n'))]]))
    expect(back).toMatchObject(rows.map(({ id }) => ({ record: { id }, dropped: ['decided_by'] })))
  })

  test('HealthBench: a veto is said to become points that others can outweigh', async () => {
    const [row] = await rowsOf('healthbench', record)
    expect(row).toMatchObject({ prompt_id: 'i/1', completion: 'Text y.', rubrics: [{ points: 7, criteria_met: true }, { points: 3, criteria_met: false }, { points: 1, criteria_met: true }, { points: -10, criteria_met: true }] })
    expect(format('healthbench').alwaysLoses.map(({ why }) => why.en).join()).toMatch(/veto becomes a criterion of −10 points/)
  })

  test('meta-evaluation: one row a criterion and response, with every physician who found that it applies', () => {
    const rows = metaEvaluationRows('i', content, [{ reader: 'R-2', judgment: { labels } }, { reader: 'R-1', judgment: { labels: [...labelsFor('y', 'not-met', 'met', 'met', 'not-met')] } }])
    expect(rows).toHaveLength(7)
    expect(rows[1]).toEqual({
      prompt_id: 'i', completion_id: 'y', prompt: content.prompt, completion: 'Text y.', rubric: 'Text of m2.', category: 'cluster:hedging', binary_labels: [true, false], anonymized_physician_ids: ['R-1', 'R-2'],
    }) // prettier-ignore
    expect(rows[4]).toMatchObject({ completion_id: 'x', rubric: 'Text of m1.', category: 'accuracy', binary_labels: [false], anonymized_physician_ids: ['R-2'] })
  })
})

const shared = path.join(process.cwd(), '../shared/data')
const linesOf = (name: string) => readFileSync(path.join(shared, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)

describe.skipIf(!existsSync(shared))('public sets (skipped where ../shared is absent)', () => {
  test('HealthBench to native to HealthBench is identity on the raw records, canary included', async () => {
    const raw = readFileSync(path.join(shared, 'healthbench-sample/healthbench_sample_9.jsonl'))
    const through = async (code: string, bytes: Uint8Array) => (await readFiles(format(code), new Map([['f', bytes]]))).map((row) => ('record' in row ? row.record : expect.fail(JSON.stringify(row))))
    const [native] = (await filesOf(format('native'), await through('healthbench', raw))).values()
    const records = await through('native', native!)
    for (const one of records) expect(format('healthbench').losses(one)).toEqual([])
    const [back] = (await filesOf(format('healthbench'), records)).values()
    const given = linesOf('healthbench-sample/healthbench_sample_9.jsonl')
    expect(new TextDecoder().decode(back).trim().split('\n').map((line) => JSON.parse(line) as object)).toEqual(given)
    expect(given.every(({ canary }) => typeof canary === 'string')).toBe(true)
    expect(given).toHaveLength(9)
  })

  test('HealthBench: a hundred graded records are items with one response, their labels sealed, and score as their graders say', () => {
    const read = recordReader(contentFields)
    for (const row of linesOf('healthbench-sample/healthbench_graded_100.jsonl')) {
      const item = read(healthBenchItem(row))
      if ('reason' in item) throw new Error(JSON.stringify(item))
      const { labels: sealed } = item.sealed as unknown as { labels: CriterionLabel[] }
      const { scores } = verdictRecord(head, item.content, { basis: 'consensus', version: 1, protocol: 1, rationale: null, cause: null }, { labels: sealed, note: '', shown: [] }, { reward: provisionalReward }) as unknown as { scores: { healthBench: number }[] }
      expect(scores[0]!.healthBench).toBeCloseTo(row['score'] as number, 9)
      expect(item.tags['canary']).toBe(row['canary'])
      const open = JSON.stringify({ ...item, sealed: null })
      for (const { rationale } of sealed) expect(open).not.toContain(JSON.stringify(rationale).slice(1, -1))
    }
  })

  test('K-QA: every rubric is read, what must be there as proficiency and what is nice as excellence', () => {
    const read = recordReader(contentFields)
    let [must, nice] = [0, 0]
    const rows = linesOf('kqa/questions_w_answers.jsonl')
    for (const [nth, row] of rows.entries()) {
      const item = read(kqaItem(row, { stem: 'kqa', line: nth + 1 }))
      if ('reason' in item) throw new Error(JSON.stringify(item))
      must += item.content.rubric.criteria.filter(({ group }) => group === 'main').length
      nice += item.content.rubric.criteria.filter(({ group }) => group === 'bonus').length
    }
    // The set counts 892 that must be there; three of them are blank.
    expect([rows.length, must, nice]).toEqual([201, 889, 697])
  })
})

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordReader } from '@/lib/formats/read-record'
import { holdsTheLaw } from '../../conversation/formats-law.testing'
import { filesOf, readFiles } from '../../error-spans/formats/format-files.testing'
import { contentFields as scoringFields } from '../../rubric-scoring/content'
import { imports as scoringImports } from '../../rubric-scoring/imports'
import type { JsonObject, VerdictHead } from '../../task'
import type { Criterion } from '../../rubric/criterion'
import { anyRecords, changed, content, drafted, judgmentOf, withHashes } from '../any-authoring.testing'
import { contentFields } from '../content'
import { healthBenchDraft } from '../imports/healthbench-draft'
import { kqaDraft } from '../imports/kqa-draft'
import { verdictRecord } from '../record'
import { proMedical } from '../templates/promedical'
import { recordSchema } from '../record-schema'
import { formats } from './formats'

const format = (code: string) => formats.find((one) => one.code === code) ?? expect.fail(`no format ${code}`)
const head = { id: 'i', textSha256: '', language: 'en', specialty: null, group: null, source: null, licence: 'CC0', tags: { theme: 'x' } }
const verdict: VerdictHead = { basis: 'adjudication', version: 3, protocol: 1, rationale: 'why it was merged so', cause: 'oversight' }
const corrected = verdictRecord(head, content, verdict, judgmentOf(changed('dose', { text: 'Names the highest daily dose.' })), proMedical.form)
const rowsOf = async (code: string, ...records: JsonObject[]) => {
  const [file] = (await filesOf(format(code), records)).values()
  return new TextDecoder().decode(file).trim().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as JsonObject)
} // prettier-ignore

describe('formats', () => {
  test.each(formats.filter(({ read }) => read).map(({ code }) => code))('%s: what was written reads back, but for what is said to be lost', async (code) => {
    expect(await holdsTheLaw(format(code), anyRecords, withHashes)).toBeGreaterThan(20)
  })

  test('a record is as its schema describes it; its rubric has the verdict’s version and says where each criterion comes from', () => {
    expect(recordSchema.parse(corrected)).toEqual(corrected)
    expect(corrected['rubric']).toMatchObject({ version: 3 })
    expect(corrected['provenance']).toMatchObject([{ criterion: 'dose', origin: 'draft', draft: 'dose', changed: ['text'], settledBy: 'adjudication' }, { changed: [] }, { changed: [] }, { changed: [] }])
    expect(recordSchema.parse(verdictRecord(head, content, verdict, judgmentOf(drafted, { review: 'reject' }), proMedical.form))).toMatchObject({ rubric: null, provenance: [], reasons: ['wording'] })
  })

  test('a record of before, whose criterion was said to go back to what it is only like, reads as it is; what cannot follow is refused', async () => {
    const own: Criterion = { ...drafted[0]!, id: 'own', text: 'Names a maximum of daily dose.', origin: { kind: 'written', from: [] } }
    const record = verdictRecord(head, content, verdict, judgmentOf([own, ...drafted.slice(1)]), proMedical.form)
    const [first, ...rest] = record['provenance'] as JsonObject[]
    expect(first).toMatchObject({ criterion: 'own', draft: null, changed: [] })
    const read = (said: JsonObject) => readFiles(format('native'), new Map([['f', new TextEncoder().encode(JSON.stringify({ ...record, textSha256: null, provenance: [said, ...rest] }))]]))
    const guessed = { ...first!, draft: 'dose', changed: ['text', 'place'] }
    expect(await read(guessed)).toMatchObject([{ record: { provenance: [guessed, {}, {}, {}] } }])
    for (const wrong of [{ ...guessed, changed: ['axis'] }, { ...guessed, draft: 'nothing' }, { ...guessed, settledBy: 'consensus' }, { ...first!, changed: ['text'] }]) expect(await read(wrong)).toMatchObject([{ field: 'provenance', reason: 'not-what-follows' }])
  })

  test('a download of verdicts comes into a study that scores as it is; one without a rubric is a bad row', () => {
    const [authored] = scoringImports.records
    const read = recordReader(scoringFields)
    const itemOf = (record: JsonObject) => {
      expect(authored!.isOne(record)).toBe(true)
      const item = authored!.itemOf(record, { stem: 'verdicts', line: 1 })
      return 'reason' in item ? item : read(item)
    }
    const taken = itemOf(corrected)
    expect(taken).toMatchObject({ id: 'i', language: 'en', licence: 'CC0', tags: { theme: 'x' }, sealed: {}, content: { rubric: corrected['rubric'], responses: content.responses } })
    expect(JSON.stringify(taken)).not.toContain(verdict.rationale)
    expect(itemOf(verdictRecord(head, content, verdict, judgmentOf([], { review: 'reject' }), proMedical.form))).toMatchObject({ field: 'rubric', reason: 'missing' })
    expect(itemOf(verdictRecord(head, content, verdict, null, proMedical.form))).toMatchObject({ field: 'rubric', reason: 'missing' })
    expect(itemOf(verdictRecord(head, { ...content, responses: [] }, verdict, judgmentOf(drafted), proMedical.form))).toMatchObject({ field: 'responses', reason: 'too-short' })
  })

  test('what is handed on to scoring is an item that its native import takes, without the draft', async () => {
    const rows = await rowsOf('scoring-items', corrected, verdictRecord(head, content, verdict, judgmentOf([], { review: 'reject' }), proMedical.form), verdictRecord(head, { ...content, responses: [] }, verdict, judgmentOf(drafted), proMedical.form))
    expect(rows).toHaveLength(1)
    const item = recordReader(scoringFields)(rows[0]!)
    if ('reason' in item) throw new Error(JSON.stringify(item))
    expect(item).toMatchObject({ id: 'i', licence: 'CC0', tags: { theme: 'x' }, content: { rubric: { version: 3 }, responses: content.responses } })
    expect(JSON.stringify(rows)).not.toContain('maximum daily dose')
  })

  test('an example shows the draft beside what became of it; what was passed is none', async () => {
    const rows = await rowsOf('examples', corrected, verdictRecord(head, content, verdict, judgmentOf(drafted, { review: 'pass' }), proMedical.form))
    expect(rows).toMatchObject([{ id: 'i', rubric: [{ criterion: 'Names the highest daily dose.', weight: 0.6 }, {}, {}, {}], draft: [{ criterion: 'Names the maximum daily dose.' }, {}, {}, {}], corrected_because: ['wording'] }])
  })
})

const shared = path.join(process.cwd(), '../shared/data')
const linesOf = (name: string) => readFileSync(path.join(shared, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) // prettier-ignore

describe.skipIf(!existsSync(shared))('public sets (skipped where ../shared is absent)', () => {
  test('K-QA to native to K-QA is identity, but for blank statements, which say nothing', async () => {
    const records = linesOf('kqa/questions_w_answers.jsonl')
    const bytes = new TextEncoder().encode(records.map((row) => JSON.stringify(row)).join('\n'))
    const read = async (code: string, given: Uint8Array) => (await readFiles(format(code), new Map([['f', given]]))).map((row) => ('record' in row ? row.record : expect.fail(JSON.stringify(row))))
    const [native] = (await filesOf(format('native'), await read('kqa', bytes))).values()
    const said = (row: Record<string, unknown>) => ({ ...row, ...Object.fromEntries(['Must_have', 'Nice_to_have'].map((name) => [name, ((row[name] ?? []) as string[]).filter((text) => text.trim() !== '')])), Sources: row['Sources'] ?? '', ICD_10_diag: row['ICD_10_diag'] ?? '' })
    expect(await rowsOf('kqa', ...(await read('native', native!)))).toEqual(records.map(said))
    expect(records.length).toBe(201)
  })

  test('HealthBench to native to HealthBench is identity on the raw records, canary included', async () => {
    const raw = readFileSync(path.join(shared, 'healthbench-sample/healthbench_sample_9.jsonl'))
    const through = async (code: string, bytes: Uint8Array) => (await readFiles(format(code), new Map([['f', bytes]]))).map((row) => ('record' in row ? row.record : expect.fail(JSON.stringify(row))))
    const [native] = (await filesOf(format('native'), await through('healthbench', raw))).values()
    expect(await rowsOf('healthbench', ...(await through('native', native!)))).toEqual(linesOf('healthbench-sample/healthbench_sample_9.jsonl'))
  })

  test('HealthBench: rubrics are drafts, ideal answers references, and what graders said is sealed', () => {
    const read = recordReader(contentFields)
    const items = [...linesOf('healthbench-sample/healthbench_sample_9.jsonl'), ...linesOf('healthbench-sample/healthbench_graded_100.jsonl')].map((row) => read(healthBenchDraft(row)))
    for (const item of items) if ('reason' in item) throw new Error(JSON.stringify(item))
    const known = items.flatMap((item) => ('reason' in item ? [] : [item]))
    expect(known.every(({ content: { draft } }) => draft?.criteria.every(({ points, origin }) => points !== null && origin.kind === 'draft'))).toBe(true)
    expect(known.slice(0, 9).filter(({ content: { references } }) => references.length === 1)).toHaveLength(7)
    expect(known.slice(9).every(({ sealed, content: { responses } }) => sealed !== null && 'labels' in sealed && responses.length === 1)).toBe(true)
  })

  test('K-QA: all 201 are read, what must be there and what is nice as the draft, the physician’s answer as reference', () => {
    const read = recordReader(contentFields)
    const items = linesOf('kqa/questions_w_answers.jsonl').map((row, nth) => read(kqaDraft(row, { stem: 'kqa', line: nth + 1 })))
    expect(items).toHaveLength(201)
    for (const item of items) {
      if ('reason' in item) throw new Error(JSON.stringify(item))
      expect(item.content.references).toHaveLength(1)
      expect(item.content.responses).toEqual([])
    }
  })
})

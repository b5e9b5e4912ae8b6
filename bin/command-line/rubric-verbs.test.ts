/** Example pools and later rubrics from the command line, and help that names every format there is. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { responsesToRelease } from '@/lib/services/testing/responses-to-release'
import { changed, content, drafted, judgmentOf } from '@/lib/tasks/rubric-authoring/any-authoring.testing'
import { proMedical as authoring } from '@/lib/tasks/rubric-authoring/templates/promedical'
import { proMedical as scoring } from '@/lib/tasks/rubric-scoring/templates/promedical'
import { importCodes } from '@/lib/tasks/import-codes'
import { taskCodes, taskOf } from '@/lib/tasks/registry'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { doubleread } from '../testing/doubleread'

const db = freshDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'rubric-verbs-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Made = Awaited<ReturnType<typeof responsesToRelease>>
let [written, scored]: Made[] = []
let [author, scorer] = ['', '']
const emailOf = async ({ personId }: Viewer) => (await db.sql<{ email: string }>('select email from person where id = $1', [personId]))[0]!.email
const linesOf = (text: string) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>) // prettier-ignore
const prompts = (more: object) => ['a', 'b'].map((id) => ({ id, specialty: 'cardiology', content: { ...more, prompt: [{ role: 'user', content: `Case ${id}?` }] } }))
// A reward follows as the protocol says.
const rubric = { ...content.draft!, reward: null }
const met = rubric.criteria.map(({ id, group }) => ({ response: 'gpt-4', criterion: id, label: group === 'veto' ? 'not-met' : 'met', rationale: 'Because.', evidence: [{ start: 0, end: 1, quote: 'Y' }] }))

beforeAll(async () => {
  const corrected = judgmentOf(changed('dose', { text: 'Names 3.2 g.' }))
  written = await responsesToRelease(db, { task: 'rubric-authoring', settings: authoring.settings, form: authoring.form, items: prompts(content), says: (nth) => (nth === 0 ? corrected : judgmentOf(drafted, { review: 'pass', reasons: [] })), differs: () => corrected })
  const said = { labels: met, note: '', shown: ['gpt-4'] }
  scored = await responsesToRelease(db, { task: 'rubric-scoring', settings: scoring.settings, form: scoring.form, items: prompts({ rubric, responses: [{ id: 'gpt-4', text: 'Yes.' }] }), says: () => said, differs: () => said })
  process.env['DATABASE_URL'] = db.ownerUrl
  author = await emailOf(written.admin)
  scorer = await emailOf(scored.admin)
})

test('the help of verbs that take a format lists those of every task', async () => {
  for (const [verb, codesOf] of [
    ['convert', (code: string) => taskOf(code).formats.map((format) => format.code)],
    ['import', (code: string) => importCodes(taskOf(code).imports)],
  ] as const) {
    const { code, out } = await doubleread([verb, '--help'])
    expect(code).toBe(0)
    for (const task of taskCodes) {
      const line = out.split('\n').find((one) => one.trim().startsWith(`${task} `)) ?? ''
      expect(line.trim().replaceAll(' (written only)', '').split(/\s{2,}/)[1]?.split(', ')).toEqual(codesOf(task))
    }
  }
})

test('a round’s examples make a file of their own, which never replaces one; a round that is not there is refused', async () => {
  const examples = (out: string, ...more: string[]) => doubleread(['examples', written!.slug, out, '--json', '--as', author, ...more])
  const file = path.join(folder, 'round-1.jsonl')
  const first = await examples(file, '--round', '1')
  expect([first.code, first.err]).toEqual([0, ''])
  expect(JSON.parse(first.out)).toMatchObject({ study: written!.slug, round: { number: 1 }, examples: 1 })
  expect(linesOf(readFileSync(file, 'utf8'))).toMatchObject([{ id: 'a', rubric: [{ criterion: 'Names 3.2 g.' }, {}, {}, {}], corrected_because: ['wording'] }])
  expect(await examples(file)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/exists already/) })
  const refused = path.join(folder, 'round-2.jsonl')
  expect(await examples(refused, '--round', '2')).toMatchObject({ code: 1, out: '', err: 'There is no round 2: the study has 1.\n' })
  expect(existsSync(refused)).toBe(false)
})

test('later rubrics say first what they would ask again, then ask it; a bad line refuses all of them and is named', async () => {
  const { reward: _, ...unsaid } = rubric
  const later = { ...unsaid, version: 2, criteria: rubric.criteria.map((one) => (one.id === 'dose' ? { ...one, text: 'Names the dose in grams.' } : one)) }
  const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')
  const revise = (input: string, ...more: string[]) => doubleread(['rubrics', 'revise', scored!.slug, '-', '--reason', 'Grams.', '--json', '--as', scorer, ...more], input)
  const bad = await revise(lines({ id: 'a', rubric: later }, { id: 'b', rubric: { ...later, criteria: [] } }, { id: 'a', rubric: later }))
  expect(bad).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/line 2, field rubric\.criteria[^]*line 3, field id/) })
  const told = { replaced: 0, reopened: 1, criteria: 1, untouched: 0, notLater: [], busy: [], unknown: ['z'] }
  const planned = await revise(lines({ id: 'a', rubric: later }, { id: 'z', rubric: later }), '--dry-run')
  expect([planned.code, planned.err, JSON.parse(planned.out)]).toEqual([0, '', { dryRun: true, ...told }])
  const stage = () => db.sql('select external_id as id, stage::text from item where study_id = $1 order by 1', [scored!.studyId])
  expect(await stage()).toEqual([{ id: 'a', stage: 'closed' }, { id: 'b', stage: 'closed' }])
  expect(JSON.parse((await revise(lines({ id: 'a', rubric: later }, { id: 'z', rubric: later }))).out)).toEqual({ dryRun: false, ...told })
  expect(await stage()).toEqual([{ id: 'a', stage: 'reading' }, { id: 'b', stage: 'closed' }])
  // What the file does not say, the protocol still does.
  expect(await db.sql(`select content->'rubric'->'version' as version, content->'rubric'->'reward' as reward from item where study_id = $1 order by external_id`, [scored!.studyId])).toEqual([{ version: 2, reward: null }, { version: 1, reward: null }])
  // Nobody but an admin of a study of this task learns that there is one.
  const stranger = await emailOf(scored!.readers[0]!)
  const input = lines({ id: 'b', rubric: later })
  const [asReader, ofAnother] = [await doubleread(['rubrics', 'revise', scored!.slug, '-', '--reason', 'x', '--as', stranger], input), await doubleread(['rubrics', 'revise', written!.slug, '-', '--reason', 'x', '--as', author], input)]
  expect(asReader).toMatchObject({ code: 1, out: '' })
  expect(ofAnother).toEqual(asReader)
  expect((await doubleread(['rubrics', 'revise', scored!.slug, '-', '--as', scorer])).code).toBe(2)
}) // prettier-ignore

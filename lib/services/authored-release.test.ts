/** What physicians wrote, released: consensus rubrics in every format, with where each criterion comes from, as the study stood. */
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { recordReader } from '@/lib/formats/read-record'
import { passGrace, publishProtocol } from '@/prisma/factories'
import { readFiles } from '@/lib/tasks/error-spans/formats/format-files.testing'
import { changed, content, drafted, judgmentOf } from '@/lib/tasks/rubric-authoring/any-authoring.testing'
import { contentFields as authoringFields } from '@/lib/tasks/rubric-authoring/content'
import { formats } from '@/lib/tasks/rubric-authoring/formats/formats'
import { healthBenchDraft } from '@/lib/tasks/rubric-authoring/imports/healthbench-draft'
import { recordSchema } from '@/lib/tasks/rubric-authoring/record-schema'
import { proMedical } from '@/lib/tasks/rubric-authoring/templates/promedical'
import { contentFields as scoringFields } from '@/lib/tasks/rubric-scoring/content'
import type { JsonObject } from '@/lib/tasks/task'
import { criterionOf } from '@/lib/tasks/rubric-scoring/any-readings.testing'
import { claimDispute } from './claim-dispute'
import { giveVerdict } from './give-verdict'
import { openFile } from './open-download'
import { rebuildRelease } from './rebuild-release'
import { reopenItem } from './reopen-item'
import { responsesToRelease } from './testing/responses-to-release'
import { allOf } from './testing/study-to-release'

const db = freshDatabase()
const better = changed('dose', { text: 'Names 3.2 g as the most a day.' })
const again = [...better.map((one) => (one.id === 'bleed' ? { ...one, text: 'Warns of bleeding within a day.' } : one)), criterionOf('brief', 'bonus', { text: 'Is brief.', axis: 'organisation' })]

let made: Awaited<ReturnType<typeof responsesToRelease>>
let files: Map<string, string>
let releaseId: string
const linesOf = (path: string) => files.get(path)!.trim().split('\n').map((line) => JSON.parse(line) as JsonObject) // prettier-ignore

beforeAll(async () => {
  made = await responsesToRelease(db, {
    task: 'rubric-authoring',
    settings: proMedical.settings,
    form: proMedical.form,
    items: ['a', 'b', 'c', 'd'].map((id) => ({ id, specialty: 'cardiology', content: { ...content, prompt: [{ role: 'user', content: `Ibuprofen with warfarin, case ${id}?` }] } })),
    says: (nth) => (nth === 2 ? judgmentOf(drafted, { review: 'reject', reasons: ['wrong-medicine'] }) : judgmentOf(better)),
    differs: () => judgmentOf(drafted, { review: 'pass', reasons: [] }),
  })
  const { admin, judge, slug, protocolId, itemIds, seen } = made
  await reopenItem(admin, { study: slug, itemId: itemIds[0]!, reason: 'New evidence.' })
  await passGrace(made.studyId)
  const { adjudicationId } = await claimDispute(judge, { beyond: [] })
  await giveVerdict(judge, { adjudicationId: adjudicationId!, protocolId, outcome: 'answer', answer: seen(itemIds[0]!, judge.personId, judgmentOf(again)), rationale: 'New evidence.', cause: 'oversight', activeMs: 1 })
  // What is said from here on is of no matter to verdicts given before.
  await publishProtocol(made.studyId, { ...proMedical.form, evidence: 'required' }, '# Another guideline')
  releaseId = await made.released({ formats: formats.map(({ code }) => code) })
  const paths = await db.sql<{ path: string }>('select path from release_file where release_id = $1', [releaseId])
  files = new Map()
  for (const { path } of paths) {
    const file = await openFile(admin, { releaseId, path: path.split('/') })
    files.set(path, (await allOf(await file.send(0, file.size))).toString())
  }
})

describe('a release of authored rubrics', () => {
  test('has every format, says in its card what each cannot hold, the veto first, and is made again byte for byte', async () => {
    for (const { code } of formats) expect([...files.keys()].filter((path) => path.startsWith(`${code}/`))).toHaveLength(1)
    const card = files.get('README.md')!
    expect(card).toContain('a veto becomes a criterion of −10 points, which other points can outweigh')
    expect(card).toContain('Only rubrics that were written or corrected are examples.')
    expect(card).toContain('2 verdicts by consensus, 2 by adjudication')
    expect(await rebuildRelease(made.admin, { releaseId })).toMatchObject({ ok: true })
  })

  test('holds guideline and form as they stood when the verdicts were given, and a schema that every record fits', () => {
    expect([...files.keys()].filter((path) => path.startsWith('protocol/')).toSorted()).toEqual(['protocol/1/form.json', 'protocol/1/guideline.md'])
    expect(JSON.parse(files.get('protocol/1/form.json')!)).toEqual(proMedical.form)
    expect(files.get('protocol/1/guideline.md')).not.toContain('Another')
    const described = JSON.parse(files.get('schema.json')!) as { properties: object }
    for (const record of linesOf('native/test.jsonl')) {
      expect(recordSchema.parse(record)).toEqual(record)
      expect(Object.keys(record).filter((field) => !(field in described.properties))).toEqual([])
    }
  })

  test('says of each criterion since which version of its rubric it stands and whose word it is', () => {
    const [a, b, c, d] = linesOf('native/test.jsonl').toSorted((one, other) => (one['id'] as string).localeCompare(other['id'] as string)) as { rubric: { version: number } | null; provenance: { criterion: string; since: number; source: string }[] }[]
    const told = ({ provenance }: typeof a & object) => provenance.map(({ criterion, since, source }) => [criterion, since, source])
    expect([a!.rubric?.version, b!.rubric?.version, c!.rubric]).toEqual([2, 1, null])
    expect(told(a!)).toEqual([['dose', 1, 'authored'], ['bleed', 2, 'adjudicated'], ['kind', 1, 'draft'], ['stop', 1, 'draft'], ['brief', 2, 'adjudicated']])
    expect(told(b!)).toEqual([['dose', 1, 'authored'], ['bleed', 1, 'draft'], ['kind', 1, 'draft'], ['stop', 1, 'draft']])
    expect(told(d!)[0]).toEqual(['dose', 1, 'adjudicated'])
  }) // prettier-ignore

  test('reads back whole, comes in again as drafts from HealthBench, and is scored by as items of another study', async () => {
    const native = await readFiles(formats[0]!, new Map([['native', new TextEncoder().encode(files.get('native/test.jsonl'))]]))
    expect(native.map((row) => ('record' in row ? row.record : row))).toEqual(linesOf('native/test.jsonl'))
    const drafts = linesOf('healthbench/test.healthbench.jsonl')
    expect(drafts).toHaveLength(3)
    for (const row of drafts) expect(recordReader(authoringFields)(healthBenchDraft(row))).toMatchObject({ id: row['prompt_id'], content: { draft: { criteria: { length: (row['rubrics'] as object[]).length } } } })
    const items = linesOf('scoring-items/test.scoring-items.jsonl')
    expect(items.map((row) => recordReader(scoringFields)(row))).toMatchObject(items.map(({ id, rubric }) => ({ id, content: { rubric } })))
    expect(linesOf('examples/test.examples.jsonl').map((row) => row['id'])).toEqual(['a', 'b', 'd'])
  })
})

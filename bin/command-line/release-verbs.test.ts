/** Releases and submissions from the command line, on a real study: what is printed where, how it ends, and what then stands. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { isWrong, studyToRelease, type StudyToRelease } from '@/lib/services/testing/study-to-release'
import { addMember, makePerson } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { doubleread, type Ended } from '../testing/doubleread'
import { doublereadProcess } from '../testing/doubleread-process'

const db = freshDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'release-verbs-'))
afterAll(() => rmSync(folder, { recursive: true }))

let study: StudyToRelease
let [admin, researcher, releaseId] = ['', '', '']
const emailOf = async ({ personId }: Viewer) => (await db.sql<{ email: string }>('select email from person where id = $1', [personId]))[0]!.email
const create = (...more: string[]) => doubleread(['release', 'create', study.slug, '--title', 'By hand', '--ratios', '6/2/2', '--hidden', 'test', '--formats', 'csv', '--json', '--as', admin, ...more])
/** Exactly one document, or this throws. */
const documentOf = ({ out }: Ended) => JSON.parse(out) as Record<string, unknown>

beforeAll(async () => {
  study = await studyToRelease(db, { items: 20 })
  // What the verbs take for the installation.
  process.env['DATABASE_URL'] = db.ownerUrl
  admin = await emailOf(study.admin)
  researcher = await emailOf(await study.person('researcher'))
})

test('without a statement a draft is left with its preview; signed, it is frozen and says its version', async () => {
  const draft = await create()
  expect([draft.code, draft.err]).toEqual([0, ''])
  expect(documentOf(draft)).toMatchObject({ state: 'draft', preview: { release: { version: '1.0.0' } } })
  // Nothing is begun with a statement that nobody can sign with.
  expect(await create('--freeze', 'Yes.')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/full sentence/) })
  expect(await db.sql('select state::text from release')).toEqual([{ state: 'draft' }])
  const frozen = await create('--freeze', 'I have looked at what is in it and vouch for it.')
  expect(frozen).toMatchObject({ code: 0, err: expect.stringMatching(/To be signed: By hand 1\.0\.0, 20 items, for the study’s researchers and admins alone\.[^]*veracity +erroneous/) })
  const { version, state, releaseId: id, splits } = documentOf(frozen) as { version: string; state: string; releaseId: string; splits: { items: number }[] }
  releaseId = id
  expect({ version, state }).toEqual({ version: '1.0.0', state: 'frozen' })
  expect(splits.reduce((sum, { items }) => sum + items, 0)).toBe(20)
  expect(await db.sql('select state::text from release order by state')).toEqual([{ state: 'draft' }, { state: 'frozen' }])
  const list = await doublereadProcess(['release', 'list', '--json', '--as', researcher])
  expect([list.code, list.err]).toEqual([0, ''])
  expect(documentOf(list)).toMatchObject({ releases: [{ id: releaseId, version: '1.0.0' }] })
  expect(documentOf(await doubleread(['release', 'rebuild', releaseId, '--json', '--as', admin]))).toMatchObject({ ok: true })
})

test('the next version is for whom the last one was, and may be for fewer', async () => {
  const isPublic = async (...options: string[]) => {
    const { releaseId: id } = documentOf(await create(...options)) as { releaseId: string }
    const [row] = await db.sql<{ public: boolean }>('select public from release where id = $1', [id])
    await db.sql('delete from release where id = $1', [id])
    return row!.public
  }
  expect([await isPublic(), await isPublic('--public')]).toEqual([false, true])
  await db.sql(`alter table release disable trigger user; update release set public = true where id = '${releaseId}'; alter table release enable trigger user`)
  expect([await isPublic(), await isPublic('--no-public')]).toEqual([true, false])
  await db.sql(`alter table release disable trigger user; update release set public = false where id = '${releaseId}'; alter table release enable trigger user`)
})

test('of what is refused nothing is left: neither a draft nor a word in the trail, whatever it was refused for', async () => {
  const standing = async () => ({
    releases: await db.sql('select id, state::text from release order by id'),
    drafted: await db.sql(`select from audit_event where kind = 'release-drafted'`),
  })
  const before = await standing()
  const refusals = [['--similarity', '2'], ['--ratios', '0/0/0'], ['--formats', 'no-such-format'], ['--hidden', 'everything'], ['--licence-override', 'Because I say so.']]
  for (const options of refusals) expect(await create(...options)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/\S/) })
  expect(await standing()).toEqual(before)
  // Signed, and only then found to hold nothing: the trail says that it was begun and dropped.
  expect(await create('--language', 'tlh', '--freeze', 'I have looked at what is in it and vouch for it.')).toMatchObject({ code: 1, out: '' })
  expect((await standing()).releases).toEqual(before.releases)
})

test('licences are listed by an admin and stated by an owner alone, who says of which items and why', async () => {
  const { personId, email } = await makePerson({ owner: true })
  await addMember(study.studyId, personId, 'admin')
  const state = (as: string) => doubleread(['licences', 'state', study.slug, '--licence', 'CC0-1.0', '--of', 'CC-BY-4.0', '--source', 'clinic', '--reason', 'The clinic gave it away.', '--json', '--as', as])
  expect(await state(admin)).toMatchObject({ code: 1, out: '', err: 'The licence of items that are there already is an owner’s to say.\n' })
  expect(documentOf(await state(email))).toEqual({ study: study.slug, licence: 'CC0-1.0', items: 4 })
  expect(await state(email)).toMatchObject({ code: 1, err: 'There are no such items that say otherwise.\n' })
  const { out } = await doubleread(['licences', 'list', study.slug, '--as', admin])
  expect(out).toMatch(/CC-BY-4\.0 +16 +1\nCC0-1\.0 +4 +1 +4 by an owner since \d{4}-\d\d-\d\d: The clinic gave it away\./)
})

test('a download is an archive whose every file has its hash, is never written over, and is on record', async () => {
  const download = () => doubleread(['release', 'download', releaseId, '--to', folder, '--json', '--as', researcher])
  const first = await download()
  expect([first.code, first.err]).toEqual([0, ''])
  const { file } = documentOf(first) as { file: string }
  expect(existsSync(file)).toBe(true)
  expect(documentOf(await doubleread(['verify', file, '--json']))).toMatchObject({ ok: true })
  expect(await download()).toMatchObject({ code: 1, out: '', err: `${file} is there already.\n` })
  expect((await db.sql('select from download where release_id = $1', [releaseId])).length).toBeGreaterThan(0)
})

test('predictions go in whole and are scored; a bad line refuses all of them and is named', async () => {
  const items = await db.sql<{ id: string; text: string }>(
    `select external_id as id, record::jsonb ->> 'text' as text from release_item where release_id = $1 and split = 'test'`,
    [releaseId],
  )
  const predictions = items.map(({ id, text }) => ({ id, veracity: isWrong(text) ? 'erroneous' : 'correct', spans: [] as object[] }))
  const lines = (records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')
  const submit = (file: string, input = '') => doubleread(['submit', releaseId, file, '--system', 'model 1', '--split', 'test', '--json', '--as', researcher], input)
  const bad = path.join(folder, 'bad.jsonl')
  writeFileSync(bad, lines(predictions.with(0, { ...predictions[0]!, spans: [{ start: 0, end: 99_999 }] })))
  const refused = await submit(bad)
  expect(refused.code).toBe(1)
  expect(documentOf(refused)).toMatchObject({ total: 1, problems: [{ line: 1 }] })
  expect(refused.err).toMatch(/line 1, field spans\[0\]/)
  expect(await db.sql('select from submission')).toEqual([])
  const scored = await submit('-', lines(predictions))
  expect(scored.code).toBe(0)
  expect(documentOf(scored)).toMatchObject({ state: 'scored', predicted: items.length, missing: 0 })
})

test('what is unknown and what is forbidden end alike, with a sentence and without a document; misuse ends with 2', async () => {
  const reader = await emailOf(study.readers[0]!)
  const endings = async (verb: string[], more: string[]) => {
    const said = []
    for (const [id, email] of [[releaseId, reader], [randomUUID(), reader], [randomUUID(), admin]] as const)
      said.push(await doubleread([...verb, id, ...more, '--json', '--as', email]))
    return said
  }
  for (const [verb, more] of [
    [['release', 'download'], ['--to', path.join(folder, 'nowhere')]],
    [['release', 'rebuild'], []],
    [['submit'], ['-', '--system', 'x', '--split', 'test']],
  ] as const) {
    const [forbidden, unknown, ...others] = await endings([...verb], [...more])
    expect(forbidden).toEqual(unknown)
    for (const one of [unknown, ...others]) expect(one).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/\S/) })
  }
  expect(existsSync(path.join(folder, 'nowhere'))).toBe(false)
  expect((await doubleread(['release', 'download', releaseId, '--as', admin])).code).toBe(2)
  expect(await doubleread(['release', 'list'])).toMatchObject({ code: 1, err: 'Say who is acting: --as EMAIL.\n' })
  expect((await doubleread(['release', 'list', '--as', 'nobody@example.org'])).err).toMatch(/no active person/)
  expect(await doubleread(['release', 'create', 'no-such-study', '--title', 'x', '--as', admin])).toMatchObject({ code: 1, out: '' })
})

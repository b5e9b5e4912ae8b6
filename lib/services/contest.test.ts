import { beforeAll, expect, test } from 'vitest'
import { addMember, makePerson, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { askExperts, judgeContest } from './ask-experts'
import { boardTable } from './board-table'
import { exportInputs } from './export-inputs'
import { readBoard } from './read-board'
import { errorsInput, readErrors } from './read-errors'
import { listSubmissions, pageSubmissions, readSubmission } from './read-submission'
import { runJobNow } from './run-job-now'
import { answerQuestion, nextSpanQuestion, readSpanQuestion } from './span-questions'
import { submitPredictions, submitPredictionsInput, type Submitted } from './submit-predictions'
import { bytesOf, frozenRelease, type FrozenRelease } from './testing/frozen-release'
import { withdrawSubmission } from './withdraw-submission'

const db = freshDatabase()
let release: FrozenRelease

beforeAll(async () => {
  release = await frozenRelease(db)
})

const id = (n: number) => `item-${String(n).padStart(2, '0')}`
const line = (n: number, veracity: string, ...spans: object[]) => JSON.stringify({ id: id(n), veracity, spans })
const submit = (viewer: Viewer, split: string, system: string, lines: string[], more: object = {}) =>
  submitPredictions(viewer, submitPredictionsInput.parse({ releaseId: release.releaseId, split, system, ...more }), bytesOf(lines.join('\n')))
const taken = (submitted: Submitted) => {
  if ('problems' in submitted) throw new Error(JSON.stringify(submitted.problems))
  return submitted
}
const scored = async (viewer: Viewer, ...given: [split: string, system: string, lines: string[], more?: object]) => {
  const submitted = taken(await submit(viewer, ...given))
  await runJobNow(viewer, submitted.jobId!)
  return submitted.submissionId
}
const scoresOf = async (viewer: Viewer, submissionId: string, match = 'overlap:0.5') => (await readSubmission(viewer, { submissionId })).evaluations.find((one) => one.match === match)!.scores

test('a file is taken whole or not at all, and every line that cannot be scored is named', async () => {
  const refused = await submit(release.researcher, 'test', 'bad', [
    line(6, 'erroneous', { start: 6, end: 7 }),
    'nonsense',
    line(99, 'correct'),
    line(6, 'correct'),
    line(7, 'erroneous', { start: 6, end: 9_999 }),
    JSON.stringify({ id: id(8), veracity: 'maybe', spans: [] }),
  ])
  expect(refused).toMatchObject({ total: 5 })
  expect('problems' in refused && refused.problems.map((one) => [one.line, one.field, one.reason])).toEqual([
    [2, '', 'not-json'],
    [3, 'id', 'unknown-id'],
    [4, 'id', 'id-twice'],
    [5, 'spans[0]', 'outside-the-text'],
    [6, 'veracity', 'wrong-type'],
  ])
  expect(await listSubmissions(release.researcher, {})).toEqual({ submissions: [], older: null })
})

test('a packed file is refused unopened, a line without end is one bad line, and no name can pose as another', async () => {
  const where = { releaseId: release.releaseId, split: 'test' }
  const send = (bytes: AsyncIterable<Uint8Array>, more: object = {}) => submitPredictions(release.researcher, submitPredictionsInput.parse({ ...where, system: 'x', ...more }), bytes)
  await expect(send(bytesOf('PK\u0003\u0004 and a bomb'))).rejects.toMatchObject({ code: 'invalid', reason: 'file-not-text' })
  async function* endless() {
    yield Buffer.from(`${line(98, 'correct')}\n`)
    for (let mb = 0; mb < 100; mb++) yield Buffer.alloc(1024 ** 2, 'x')
    yield Buffer.from(`\n${line(99, 'correct')}`)
  }
  const { problems } = (await send(endless())) as { problems: { line: number; reason: string }[] }
  expect(problems.map((one) => [one.line, one.reason])).toEqual([[1, 'unknown-id'], [2, 'row-too-long'], [3, 'unknown-id']])
  for (const system of ['a\u202Egpt', 'a\nb', ' ']) expect(submitPredictionsInput.safeParse({ ...where, system }).success).toBe(false)
  expect(submitPredictionsInput.parse({ ...where, system: 'x', fileName: 'evil\u202Elnosj.\r\nexe' }).fileName).toBe('evillnosj.exe')
})

test('scores are what the marks say, missing predictions are wrong and counted, and the same file twice is one submission', async () => {
  // Of test: 6 and 7 are erroneous at [6, 7), 8 to 11 correct. Found in place, missed, over-criticised, right, right, missing.
  const lines = [line(6, 'erroneous', { start: 6, end: 7 }), line(7, 'correct'), line(8, 'erroneous', { quote: 'Wrong' }), line(9, 'correct'), line(10, 'correct')]
  const submissionId = await scored(release.researcher, 'test', 'one', lines)
  // To its person nothing is told: six hidden items are too few to hide in. Whoever may have the labels sees all of it.
  const told = await scoresOf(release.researcher, submissionId)
  expect({ counts: told.counts, by: told.by }).toEqual({ counts: { missing: 1 }, by: {} })
  for (const measure of Object.values(told.measures)) expect(measure).toEqual({ value: null, reason: 'too-few', low: null, high: null })
  const raw = `select scores from evaluation where submission_id = '${submissionId}'`
  await expect(db.sqlAs(release.researcher.personId, raw)).rejects.toThrow('permission denied')
  const scores = await scoresOf(release.admin, submissionId)
  expect(scores.counts).toEqual({ tp: 1, fp: 2, fn: 1, tn: 2, flagged: 3, erroneous: 2, localised: 1, missing: 1 })
  expect(scores.measures['veracity.precision']?.value).toBeCloseTo(1 / 3)
  expect(scores.measures['overCriticism']).toMatchObject({ value: 0.5, reason: null })
  expect(scores.measures['localisation.f1']!.low).not.toBeNull()
  const again = taken(await submit(release.researcher, 'test', 'one', lines))
  expect(again).toMatchObject({ submissionId, repeated: true, jobId: null })
})

test('the labels of a hidden split are in nothing that its researcher can ask for, and groups too small to hide in are not told apart', async () => {
  const { submissions: [one] } = await listSubmissions(release.researcher, { releaseId: release.releaseId })
  const board = await readBoard(release.researcher, { releaseId: release.releaseId, split: 'test' })
  const submission = await readSubmission(release.researcher, { submissionId: one!.id })
  expect(submission.evaluations[0]!.scores.by).toEqual({})
  expect(submission.evaluations[0]!.scores.tooSmall).toBeGreaterThan(0)
  expect(board.open).toBe(false)
  let inputs = ''
  for await (const piece of (await exportInputs(release.researcher, { releaseId: release.releaseId, split: 'test' })).lines) inputs += piece
  const fields = inputs.trim().split('\n').map((text) => Object.keys(JSON.parse(text) as object).sort())
  expect(fields).toEqual(Array.from({ length: 6 }, () => ['id', 'language', 'specialty', 'text', 'textSha256']))
  for (const said of [JSON.stringify(board), JSON.stringify(submission), inputs, boardTable(board)])
    for (const label of ['pharmacotherapy', 'As the first reader says', '"spans"', '"gold"']) expect(said).not.toContain(label)
  await expect(readErrors(release.researcher, errorsInput.parse({ submissionId: one!.id }))).rejects.toMatchObject({ code: 'not-found' })
})

test('whoever may have the labels looks at single items; the counts are the confusion matrix', async () => {
  const submissionId = await scored(release.granted, 'test', 'two', [line(6, 'erroneous', { start: 0, end: 5 }), line(7, 'erroneous', { start: 6, end: 7 }), ...[8, 9, 10, 11].map((n) => line(n, 'correct'))])
  const errors = await readErrors(release.granted, errorsInput.parse({ submissionId, marks: '3' }))
  expect(errors).toMatchObject({ total: 1, counts: { 0: 4, 3: 1, 4: 1 }, next: null })
  expect(errors.items[0]).toMatchObject({ id: id(6), view: { gold: [{ start: 6, end: 7 }], predicted: [{ start: 0, end: 5 }], pairs: [] } })
})

test('on the board stand systems by rank with their difference to the leader, every reader by pseudonym, and the readers’ mean', async () => {
  const board = await readBoard(release.granted, { releaseId: release.releaseId, split: 'test' })
  expect(board.rows.map(({ kind }) => kind)).toEqual(['system', 'system', 'readers', 'reader', 'reader'])
  const [leader, second, mean, ...readers] = board.rows
  expect(leader).toMatchObject({ toLeader: null })
  expect(second!.toLeader!['localisation.f1']!.difference).toBeLessThanOrEqual(0)
  // Whoever has a grant could have looked the answers up, and stands so marked.
  expect(board.rows.filter(({ knewLabels }) => knewLabels).map(({ name }) => name)).toEqual(['two'])
  for (const { name } of readers) expect(name).toMatch(/^R-[0-9A-F]{10}$/)
  const means = readers.map(({ scores }) => scores.measures['veracity.accuracy']!.value!)
  expect(mean!.scores.measures['veracity.accuracy']!.value).toBeCloseTo((means[0]! + means[1]!) / 2)
  // One agrees with every adjudicated verdict, the other with none of them; on consensus items both are left to the other's word.
  expect([...means].sort()).toEqual([0.5, 1])
})

test('an anonymous system goes by a letter for others, and its name is not sent to them', async () => {
  const submissionId = await scored(release.other, 'test', 'secret-name', [line(6, 'erroneous', { start: 6, end: 7 }), line(7, 'erroneous', { start: 6, end: 7 })], { anonymous: true })
  const seen = async (viewer: Viewer) => (await readBoard(viewer, { releaseId: release.releaseId, split: 'test' })).rows.find((row) => row.submissionId === submissionId)
  expect(await seen(release.other)).toMatchObject({ name: 'secret-name', mine: true })
  expect(await seen(release.admin)).toMatchObject({ name: 'secret-name', mine: false })
  const others = await readBoard(release.researcher, { releaseId: release.releaseId, split: 'test' })
  expect(JSON.stringify(others)).not.toContain('secret-name')
  expect(JSON.stringify(others)).not.toContain(submissionId)
  expect(others.rows.some(({ letter, name }) => letter === 'A' && name === null)).toBe(true)
})

test('a submission is its person’s and its study’s admins’: for everybody else it does not exist', async () => {
  const { submissions: [mine] } = await listSubmissions(release.researcher, { releaseId: release.releaseId })
  for (const viewer of [release.other, release.reader, release.judge, release.stranger]) {
    await expect(readSubmission(viewer, { submissionId: mine!.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(withdrawSubmission(viewer, { submissionId: mine!.id })).rejects.toMatchObject({ code: 'not-found' })
  }
  for (const viewer of [release.reader, release.judge, release.stranger]) {
    await expect(readBoard(viewer, { releaseId: release.releaseId, split: 'test' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(submit(viewer, 'test', 'x', [line(6, 'correct')])).rejects.toMatchObject({ code: 'not-found' })
    await expect(exportInputs(viewer, { releaseId: release.releaseId, split: 'test' })).rejects.toMatchObject({ code: 'not-found' })
  }
  expect((await readSubmission(release.admin, { submissionId: mine!.id })).id).toBe(mine!.id)
})

test('more submissions than a page holds are all there, each once, while others come in', async () => {
  const many = await viewerOf((await makePerson()).personId)
  await addMember(release.studyId, many.personId, 'researcher')
  await db.sql(
    `insert into submission (release_id, split, person_id, system, anonymous, file_name, file_hash, state, predicted, missing, created_at)
     select $1, 'train', $2, 'many ' || n, false, 'p.jsonl', '\\x00', 'received', 1, 0, timestamptz '2026-01-01' + (n / 3) * interval '1 microsecond' from generate_series(1, 505) n`,
    [release.releaseId, many.personId],
  )
  const viewer = await viewerOf(many.personId)
  const seen: string[] = []
  for (let after: string | null = null; ; ) {
    const { rows, next } = await pageSubmissions(viewer, { after, limit: 100 })
    seen.push(...rows.map(({ id }) => id))
    if (next === null) break
    after = next
  }
  const listed: string[] = []
  for (let before: string | undefined; ; ) {
    const { submissions, older } = await listSubmissions(viewer, { before })
    listed.push(...submissions.map(({ id }) => id))
    if (older === null) break
    before = older
  }
  expect([new Set(seen).size, seen.length]).toEqual([505, 505])
  expect(listed).toEqual(seen.toReversed())
  await db.sql('delete from submission where person_id = $1', [many.personId])
})

test('five submissions a day to a hidden split and no more, ten at once or one after another; a withdrawn one still counts', async () => {
  const attempts = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => submit(release.other, 'test', `try-${n}`, [line(6, n % 2 ? 'correct' : 'erroneous', ...(n % 2 ? [] : [{ start: n, end: n + 1 }]))])))
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
  const { submissions: [last] } = await listSubmissions(release.other, {})
  await withdrawSubmission(release.other, { submissionId: last!.id })
  await expect(submit(release.other, 'test', 'one more', [line(7, 'correct')])).rejects.toMatchObject({ code: 'slow-down', reason: 'submissions-used-up' })
  // Before anything of a file is looked at; what was taken may be sent again.
  await expect(submit(release.other, 'test', 'one more', ['{"id":'])).rejects.toMatchObject({ reason: 'submissions-used-up' })
  const nth = attempts.findIndex(({ status }, n) => status === 'fulfilled' && `try-${n}` !== last!.system)
  expect(await submit(release.other, 'test', `try-${nth}`, [line(6, nth % 2 ? 'correct' : 'erroneous', ...(nth % 2 ? [] : [{ start: nth, end: nth + 1 }]))])).toMatchObject({ repeated: true, predicted: 1, missing: 5 })
})

test('what no rule matched goes to experts without a trace of whose it is, once; their word makes the score', async () => {
  const where = { releaseId: release.releaseId, split: 'test' }
  await expect(askExperts(release.researcher, where)).rejects.toMatchObject({ code: 'not-found' })
  const { asked } = await askExperts(release.admin, where)
  expect(asked).toBeGreaterThan(0)
  expect(await askExperts(release.admin, where)).toEqual({ asked: 0 })
  await expect(judgeContest(release.admin, where)).rejects.toMatchObject({ reason: 'experts-not-done' })
  let answered = 0
  for (;;) {
    const { questionId } = await nextSpanQuestion(release.expert)
    if (!questionId) break
    const question = await readSpanQuestion(release.expert, { questionId })
    expect(Object.keys(question).sort()).toEqual(['end', 'goldEnd', 'goldStart', 'id', 'language', 'note', 'same', 'start', 'studyName', 'task', 'text'])
    await expect(readSpanQuestion(release.judge, { questionId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(answerQuestion(release.judge, { questionId, same: false, note: '' })).rejects.toMatchObject({ code: 'conflict' })
    await answerQuestion(release.expert, { questionId, same: true, note: '' })
    answered += 1
  }
  // The adjudicator settled the odd items: they are never asked about those.
  expect(answered).toBe(asked)
  const { submissions: [two] } = await listSubmissions(release.granted, {})
  const { jobIds } = await judgeContest(release.admin, where)
  for (const jobId of jobIds) await runJobNow(release.admin, jobId)
  expect((await scoresOf(release.granted, two!.id)).counts).toMatchObject({ localised: 1 })
  expect((await scoresOf(release.granted, two!.id, 'judged')).counts).toMatchObject({ localised: 2 })
  const browsed = (match: string) => readErrors(release.granted, errorsInput.parse({ submissionId: two!.id, marks: '4', match }))
  expect([(await browsed('exact')).total, (await browsed('judged')).items.map(({ mark }) => mark)]).toEqual([1, ['4', '4']])
  await expect(browsed('nothing')).rejects.toMatchObject({ code: 'not-found' })
  await expect(readBoard(release.granted, { ...where, match: 'nothing' })).rejects.toMatchObject({ code: 'not-found' })
})

test('places that a text does not have are taken, scored as missed, and told by line', async () => {
  const quoted = [line(0, 'erroneous', { quote: 'Nowhere' }, { start: 6, end: 7 }), line(1, 'erroneous', { quote: 'Wrong' }), line(2, 'correct', { quote: 'Nowhere' }), line(3, 'erroneous', { quote: 'Non' }, { quote: 'None' })]
  expect(taken(await submit(release.other, 'train', 'misquoting', quoted))).toMatchObject({ predicted: 4, missing: 2, unplaced: { spans: 3, lines: [1, 4] } })
  const sentences = ['item-00 1 0 NA', 'item-01 1 77 NA']
  const first = taken(await submit(release.other, 'train', 'miscounting', sentences))
  expect(first.unplaced).toEqual({ spans: 1, lines: [2] })
  expect(taken(await submit(release.other, 'train', 'miscounting', sentences))).toMatchObject({ repeated: true, unplaced: first.unplaced })
})

test('a run names sentences by number, so it is taken only where the records say how these are numbered', async () => {
  const run = 'item-06 1 0 NA\nitem-07 0 -1 NA'
  expect(await submitPredictions(release.researcher, submitPredictionsInput.parse({ releaseId: release.releaseId, split: 'test', system: 'a run' }), bytesOf(run))).toMatchObject({
    problems: [{ line: 1, field: 'sentence', reason: 'no-sentences' }], total: 1,
  })
})

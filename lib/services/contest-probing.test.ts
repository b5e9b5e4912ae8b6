/** What somebody finds who tries: to learn labels by asking often, to be compared with nobody, to get a score nobody vouches for. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { addMember, makePerson, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { askExperts, judgeContest } from './ask-experts'
import { cancelJob } from './cancel-job'
import { keepHouse } from './keep-house'
import { readBoard } from './read-board'
import { errorsInput, readErrors } from './read-errors'
import { readSubmission } from './read-submission'
import { runJobNow } from './run-job-now'
import { scoreAgain } from './score-unscored'
import { answerQuestion, nextSpanQuestion, spanQuestionsForMe } from './span-questions'
import { submitPredictions, submitPredictionsInput } from './submit-predictions'
import { bytesOf, frozenRelease, type FrozenRelease } from './testing/frozen-release'
import { withdrawSubmission } from './withdraw-submission'

const db = freshDatabase()
let release: FrozenRelease

beforeAll(async () => {
  release = await frozenRelease(db)
})

const line = (n: number, veracity: string, ...spans: object[]) => JSON.stringify({ id: `item-${String(n).padStart(2, '0')}`, veracity, spans })
const lines = (at: number) => [line(6, 'erroneous', { start: at, end: at + 1 }), ...[7, 8, 9, 10, 11].map((n) => line(n, 'correct'))]
const someone = async (): Promise<Viewer> => {
  const { personId } = await makePerson()
  await addMember(release.studyId, personId, 'researcher')
  return viewerOf(personId)
}
const inputOf = (system: string, more: object = {}) => submitPredictionsInput.parse({ releaseId: release.releaseId, split: 'test', system, ...more })
const submit = async (viewer: Viewer, system: string, given: string[], more: object = {}) => {
  const submitted = await submitPredictions(viewer, inputOf(system, more), bytesOf(given.join('\n')))
  if ('problems' in submitted) throw new Error(JSON.stringify(submitted.problems))
  return submitted
}
const scored = async (viewer: Viewer, ...given: [system: string, lines: string[], more?: object]) => {
  const { submissionId, jobId } = await submit(viewer, ...given)
  await runJobNow(viewer, jobId!)
  return submissionId
}
const board = (viewer: Viewer) => readBoard(viewer, { releaseId: release.releaseId, split: 'test' })

test('systems that are scored at the same moment know of each other', async () => {
  const people = await Promise.all([someone(), someone(), someone()])
  const jobs = await Promise.all(people.map(async (viewer, nth) => ({ viewer, ...(await submit(viewer, `at once ${nth}`, lines(nth))) })))
  await Promise.all(jobs.map(({ viewer, jobId }) => runJobNow(viewer, jobId!)))
  const [leader, ...others] = (await board(release.admin)).rows.filter(({ kind }) => kind === 'system')
  expect(leader!.toLeader).toBeNull()
  expect(others).toHaveLength(2)
  for (const { toLeader } of others) expect(toLeader?.['veracity.f1']).toBeDefined()
})

test('an anonymous system keeps its letter, for everyone the same, when another one is withdrawn', async () => {
  const [first, second] = [await someone(), await someone()]
  const gone = await scored(first, 'gone', lines(11), { anonymous: true })
  await scored(second, 'stays', lines(12), { anonymous: true })
  const lettersFor = async (viewer: Viewer) => (await board(viewer)).rows.flatMap(({ letter, name }) => (letter ? [[letter, name]] : []))
  expect(new Map(await lettersFor(release.researcher) as [string, null][])).toEqual(new Map([['A', null], ['B', null]]))
  expect(new Map(await lettersFor(first) as [string, string][])).toEqual(new Map([['A', 'gone'], ['B', null]]))
  await withdrawSubmission(first, { submissionId: gone })
  expect(await lettersFor(release.researcher)).toEqual([['B', null]])
})

test('another version of the release gives nobody more attempts at the items it hides as well', async () => {
  const viewer = await someone()
  for (let n = 0; n < 5; n++) await submit(viewer, `try ${n}`, lines(20 + n))
  const [next] = await db.sql<{ id: string }>(`insert into release (study_id, title, recipe, previous_id) select study_id, title, recipe, id from release where id = $1 returning id`, [release.releaseId])
  await db.sql('insert into release_item (release_id, external_id, item_id, split, cluster, verdict_id, record) select $1, external_id, item_id, split, cluster, verdict_id, record from release_item where release_id = $2', [next!.id, release.releaseId])
  await db.sql(`update release set state = 'frozen', version = '1.1.0', frozen_at = now(), signature = '{}', facts = '{}', manifest = '{}', manifest_hash = '\\x00' where id = $1`, [next!.id])
  await expect(submit(viewer, 'once more', lines(30), { releaseId: next!.id })).rejects.toMatchObject({ code: 'slow-down', reason: 'submissions-used-up' })
})

test('a file that comes slowly keeps nobody else waiting, not even its own sender', async () => {
  const viewer = await someone()
  let [go, waits] = [() => {}, () => {}]
  const held = new Promise<void>((resolve) => (go = resolve))
  const waiting = new Promise<void>((resolve) => (waits = resolve))
  const slow = submitPredictions(viewer, inputOf('slow'), (async function* () {
    yield new TextEncoder().encode(`${line(6, 'correct')}\n`)
    waits()
    await held
    yield new TextEncoder().encode(line(7, 'correct'))
  })())
  await submit(viewer, 'quick', lines(3))
  await waiting
  expect(await db.sql(`select 1 as open from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`)).toEqual([])
  go()
  expect(await slow).toMatchObject({ predicted: 2, repeated: false })
})

test('of a large file a piece is held and the rest is put down; what is said twice is found however far apart, and nothing refused stays', async () => {
  const many = 5_000
  const [next] = await db.sql<{ id: string }>(`insert into release (study_id, title, recipe, previous_id) select study_id, title, recipe, id from release where id = $1 returning id`, [release.releaseId])
  await db.sql(`insert into release_item (release_id, external_id, item_id, split, cluster, verdict_id, record)
    select $1, 'many-' || n, item_id, 'train', external_id, verdict_id, replace(record, '"item-00"', '"many-' || n || '"') from release_item, generate_series(1, ${many}) n where release_id = $2 and external_id = 'item-00'`, [next!.id, release.releaseId])
  await db.sql(`update release set state = 'frozen', version = '1.2.0', frozen_at = now(), signature = '{}', facts = '{}', manifest = '{}', manifest_hash = '\\x00' where id = $1`, [next!.id])
  const viewer = await someone()
  const staged = async () => (await db.sql<{ rows: number }>('select count(*)::int as rows from arriving_prediction'))[0]!.rows
  let most = 0
  async function* file(ids: readonly number[], then: () => Promise<unknown> = async () => {}): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < ids.length; at += 500) {
      yield Buffer.from(ids.slice(at, at + 500).map((n) => `${JSON.stringify({ id: `many-${n}`, veracity: 'correct', spans: [] })}\n`).join(''))
      most = Math.max(most, at + 500 - (await staged()))
    }
    await then()
  }
  const all = Array.from({ length: many }, (_, n) => n + 1)
  const send = (system: string, source: AsyncIterable<Uint8Array>) => submitPredictions(viewer, submitPredictionsInput.parse({ releaseId: next!.id, split: 'train', system }), source)
  const taken = await send('large', file(all))
  expect(taken).toMatchObject({ predicted: many, missing: 0, repeated: false })
  expect(most).toBeLessThanOrEqual(2_500)
  expect(await db.sql('select count(*)::int as rows from prediction where submission_id = $1', [(taken as { submissionId: string }).submissionId])).toEqual([{ rows: many }])
  expect(await send('twice', file([...all, 1]))).toEqual({ total: 1, problems: [{ line: many + 1, field: 'id', reason: 'id-twice', values: { id: 'many-1' } }] })
  await expect(send('interrupted', file(all, () => db.sql('delete from arriving_prediction')))).rejects.toMatchObject({ code: 'conflict', reason: 'predictions-lost' })
  await expect(send('broken off', file(all, () => Promise.reject(new Error('gone'))))).rejects.toThrow('gone')
  expect(await staged()).toBe(0)
  await db.sql(`insert into arriving_prediction values (gen_random_uuid(), 'a', '{}', now() - interval '25 hours'), (gen_random_uuid(), 'b', '{}', now())`)
  await keepHouse()
  expect(await db.sql('delete from arriving_prediction returning external_id as id')).toEqual([{ id: 'b' }])
})

test('what no database can hold is refused by line and place, and a long name is told by its beginning', async () => {
  const half = '{"id":"item-07","veracity":"erroneous","spans":[{"quote":"a\\ud83d"}]}'
  const file = [line(6, 'erroneous', { quote: 'a\0' }), half, line(8, 'erroneous', { quote: 'a\\u0000' }), JSON.stringify({ id: `x\0${'y'.repeat(900)}`, veracity: 'correct' })]
  const refused = await submitPredictions(await someone(), inputOf('odd'), bytesOf(file.join('\n')))
  expect(refused).toEqual({
    total: 3,
    problems: [
      { line: 1, field: 'spans[0].quote', reason: 'nul-character', values: {} },
      { line: 2, field: 'spans[0].quote', reason: 'lone-surrogate', values: {} },
      { line: 4, field: 'id', reason: 'unknown-id', values: { id: `x\0${'y'.repeat(198)}…` } },
    ],
  })
})

test('scoring that was cancelled can be begun again, by the button or by the same file, and by nobody else', async () => {
  const viewer = await someone()
  const { submissionId, jobId } = await submit(viewer, 'cancelled', lines(4))
  await cancelJob(viewer, { jobId: jobId! })
  await expect(scoreAgain(release.other, { submissionId })).rejects.toMatchObject({ code: 'not-found' })
  const again = await scoreAgain(viewer, { submissionId })
  await cancelJob(viewer, { jobId: again.jobId })
  const repeated = await submit(viewer, 'cancelled', lines(4))
  expect(repeated).toMatchObject({ submissionId, repeated: true })
  await runJobNow(viewer, repeated.jobId!)
  expect((await readSubmission(viewer, { submissionId })).state).toBe('scored')
  await expect(scoreAgain(viewer, { submissionId })).rejects.toMatchObject({ reason: 'submission-scored' })
})

test('whoever looks at single items is put down as somebody who was given the labels, once a day', async () => {
  const submissionId = await scored(release.granted, 'looked at', lines(5))
  const seen = () => db.sql<{ split: string }>('select split from download where person_id = $1', [release.granted.personId])
  expect(await seen()).toEqual([])
  for (const marks of ['1', '2']) await readErrors(release.granted, errorsInput.parse({ submissionId, marks }))
  expect(await seen()).toEqual([{ split: 'test' }])
})

test('a system that came after the experts were asked is not scored as if they had said no', async () => {
  const where = { releaseId: release.releaseId, split: 'test' }
  await scored(await someone(), 'early', [line(6, 'erroneous', { start: 0, end: 5 })])
  await askExperts(release.admin, where)
  for (;;) {
    const { questionId } = await nextSpanQuestion(release.expert)
    if (!questionId) break
    await answerQuestion(release.expert, { questionId, same: true, note: '' })
  }
  await scored(await someone(), 'late', [line(6, 'erroneous', { start: 9, end: 12 })])
  await expect(judgeContest(release.admin, where)).rejects.toMatchObject({ code: 'conflict', reason: 'experts-not-asked', values: { open: 1 } })
})

test('nobody is asked about places of a release that they have a system in, or saw single systems’ answers of; who was asked hands none in', async () => {
  await db.sql(`insert into span_question (release_id, item_id, external_id, gold_start, gold_end, start, "end")
    select release_id, item_id, external_id, 6, 7, 20, 21 from release_item where release_id = $1 and external_id in ('item-06', 'item-10')`, [release.releaseId])
  const adjudicator = async () => {
    const viewer = await someone()
    await addMember(release.studyId, viewer.personId, 'adjudicator')
    return viewerOf(viewer.personId)
  }
  const [contestant, onlooker, expert] = [await adjudicator(), await adjudicator(), await adjudicator()]
  const own = await scored(contestant, 'of an adjudicator', lines(30))
  await addMember(release.studyId, onlooker.personId, 'admin')
  await readErrors(await viewerOf(onlooker.personId), errorsInput.parse({ submissionId: own }))
  for (const viewer of [contestant, onlooker]) {
    expect(await spanQuestionsForMe(viewer)).toMatchObject({ waiting: 0 })
    expect(await nextSpanQuestion(viewer)).toEqual({ questionId: null })
  }
  expect((await nextSpanQuestion(expert)).questionId).not.toBeNull()
  const refused = () => expect(submit(expert, 'of an expert', lines(30))).rejects.toMatchObject({ code: 'conflict', reason: 'asked-about-split' })
  await refused()
  // Whoever lets a question lapse has seen it all the same, also when somebody else takes it.
  await db.sql(`update span_question set lease_until = now() - interval '1 second' where person_id = $1`, [expert.personId])
  await refused()
  await db.sql('update span_question set person_id = null, lease_until = null where same is null')
  await refused()
  expect(await db.sql(`select knows_verdict($1, item_id) as knows from span_question_seen where person_id = $1`, [expert.personId])).toEqual([{ knows: true }])
  await withdrawSubmission(contestant, { submissionId: own })
  expect((await spanQuestionsForMe(contestant))!.waiting).toBeGreaterThan(0)
  await db.sql('update span_question set person_id = null, lease_until = null where same is null')
})

test('who has a part in an item is told of no question about it that they could not get', async () => {
  await db.sql(`insert into span_question (release_id, item_id, external_id, gold_start, gold_end, start, "end")
    select release_id, item_id, external_id, 6, 7, 30, 31 from release_item where release_id = $1 and external_id in ('item-08', 'item-09')`, [release.releaseId])
  // The adjudicator settled the odd item; the expert has a conflict of interest with nothing, but reads no English.
  for (const viewer of [release.judge, release.expert]) {
    const waiting = (await spanQuestionsForMe(viewer))!.waiting
    const { questionId } = await nextSpanQuestion(viewer)
    expect(waiting > 0).toBe(questionId !== null)
  }
  await db.sql(`insert into profile (person_id, languages) values ($1, '{zh}') on conflict (person_id) do update set languages = '{zh}'`, [release.expert.personId])
  await db.sql(`update item set language = 'en' where id in (select item_id from span_question)`)
  expect(await spanQuestionsForMe(release.expert)).toMatchObject({ waiting: 0 })
  expect(await nextSpanQuestion(release.expert)).toEqual({ questionId: null })
})

test('of an archived study nothing is put to experts any more, and its release still takes submissions', async () => {
  await db.sql(`update item set language = null`)
  await db.sql('update study set archived_at = now() where id = $1', [release.studyId])
  expect(await nextSpanQuestion(release.judge)).toEqual({ questionId: null })
  await scored(await someone(), 'to an archived study', lines(40))
  await db.sql('update study set archived_at = null where id = $1', [release.studyId])
})

test('places that nobody can be asked about hold up no score for ever, and an admin is told what waits for what', async () => {
  const where = { releaseId: release.releaseId, split: 'test' }
  await db.sql('delete from span_question')
  await scored(await someone(), 'of a withdrawn item', [line(6, 'erroneous', { start: 1, end: 3 })])
  const { asked } = await askExperts(release.admin, where)
  const questions = async (viewer = release.admin) => (await board(viewer)).questions
  const staged = (stage: string) => db.sql(`update item set stage = $2::stage where study_id = $1 and external_id = 'item-06'`, [release.studyId, stage])
  expect(await questions()).toEqual({ asked, answered: 0, withdrawn: 0, reading: 0, nobody: 0 })
  const adjudicators = await db.sql<{ id: string }>(`delete from membership where study_id = $1 and role = 'adjudicator' returning person_id as id`, [release.studyId])
  expect(await questions()).toMatchObject({ asked, nobody: asked })
  for (const { id } of adjudicators) await addMember(release.studyId, id, 'adjudicator')

  const [{ onIt }] = (await db.sql<{ onIt: number }>(`select count(*)::int as "onIt" from span_question where external_id = 'item-06'`)) as [{ onIt: number }]
  await staged('reading')
  expect(await questions()).toMatchObject({ reading: onIt, nobody: 0 })
  for (;;) {
    const { questionId } = await nextSpanQuestion(release.expert)
    if (!questionId) break
    await answerQuestion(release.expert, { questionId, same: true, note: '' })
  }
  await expect(judgeContest(release.admin, where)).rejects.toMatchObject({ reason: 'experts-not-done', values: { open: onIt } })
  await staged('withdrawn')
  expect(await questions()).toMatchObject({ asked, answered: asked - onIt, withdrawn: onIt, reading: 0 })
  // Of erroneous texts alone anything is asked: how much is, counts them.
  expect(await questions(await someone())).toBeNull()
  const { jobIds } = await judgeContest(release.admin, where)
  for (const jobId of jobIds) await runJobNow(release.admin, jobId)
  const judged = (await readBoard(release.admin, { ...where, match: 'judged' })).rows.find(({ name }) => name === 'of a withdrawn item')
  expect(judged?.scores.counts).toMatchObject({ localised: 0 })
})

test('what was told of a hidden split before is taken back, and comes with the scores of the next version of the rules', async () => {
  const told = () => db.sql<{ rules: number; told: boolean }>(`select distinct rules, told is not null as told from evaluation where split = 'test' order by rules`)
  const { rules } = (await told())[0]!
  await db.sql('alter table evaluation disable trigger user')
  await db.sql('update evaluation set rules = rules - 1')
  await db.sql('alter table evaluation enable trigger user')
  await db.sql(readFileSync('prisma/migrations/20261127060000_what_is_told_of_hidden_labels_is_borne_by_forty_items/migration.sql', 'utf8'))
  const viewer = await someone()
  for (const { scores } of (await board(viewer)).rows) expect(Object.values(scores.measures).filter(({ value }) => value !== null)).toEqual([])
  await scored(viewer, 'by the next rules', lines(2))
  expect(await told()).toEqual([{ rules: rules - 1, told: false }, { rules, told: true }])
})

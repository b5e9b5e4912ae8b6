/** What the tasks of prompts and responses hand on: frozen with every format, made again byte for byte, and scored on. */
import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMember, passGrace, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { commitmentTo, keyIn } from '@/lib/releases/commitment'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { blindPairs } from '@/lib/tasks/preference/templates/blind-pairs'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import { proMedical } from '@/lib/tasks/rubric-scoring/templates/promedical'
import { taskOf } from '@/lib/tasks/registry'
import { claimSeat } from './claim-seat'
import { openFile } from './open-download'
import { readAgreement } from './read-agreement'
import { listStudyReleases } from './list-releases'
import { readBoard } from './read-board'
import { errorsInput, readErrors } from './read-errors'
import { readSeat } from './read-seat'
import { readStated } from './read-stated'
import { listSubmissions, readSubmission } from './read-submission'
import { rebuildRelease } from './rebuild-release'
import { exportReadings } from './export-readings'
import { readDownloads } from './export-verdicts'
import { reviseRubrics, reviseRubricsInput } from './revise-rubrics'
import { scoreAnew } from './score-anew'
import { runJobNow } from './run-job-now'
import { submitJudgment } from './submit-judgment'
import { submitPredictions, submitPredictionsInput } from './submit-predictions'
import { bytesOf } from './testing/frozen-release'
import { responsesToRelease } from './testing/responses-to-release'
import { allOf } from './testing/study-to-release'

const db = freshDatabase()
type Made = Awaited<ReturnType<typeof responsesToRelease>>

const topics = ['metformin in renal failure', 'a dry cough on ramipril', 'iron in pregnancy', 'a first seizure', 'warfarin and antibiotics', 'gout after surgery', 'migraine with aura', 'asthma at night', 'burns in a child', 'a sudden red eye', 'thyroid nodules', 'back pain with fever']
const id = (nth: number) => `case-${String(nth).padStart(2, '0')}`
const itemsOf = (more: object) =>
  topics.map((topic, nth) => ({
    id: id(nth),
    specialty: nth % 2 ? 'cardiology' : 'nephrology',
    content: { prompt: [{ role: 'user', content: `What should I know about ${topic}?` }], responses: [{ id: 'x', text: `Careful words on ${topic}.` }, { id: 'y', text: `Rash words on ${topic}.` }], ...more },
  })) // prettier-ignore

const rubric = {
  version: 1,
  criteria: (['main', 'bonus', 'veto'] as const).map((group) => ({ id: group, group, text: `Of ${group}.`, axis: 'accuracy', weight: group === 'main' ? 1_000_000 : 0, locked: false, points: group === 'veto' ? -8 : 5, rationale: '', evidence: '', tags: [], origin: { kind: 'written', from: [] } })),
  reward: { alpha: 0.1, beta: 0.5, lambda: 1.5 },
  // Its criteria have points, and it says that its groups count.
  counting: 'groups',
} // prettier-ignore
/** The study’s own name for what the data call `accuracy`. */
const bedside = { code: 'accuracy', name: { en: 'Right at the bedside', 'zh-CN': '床旁正确' } }
const label = (response: string, criterion: string, said: string) => ({ response, criterion, label: said, rationale: said === 'violated' ? 'canary-rationale' : '', evidence: said === 'violated' ? [{ start: 0, end: 4, quote: 'Rash' }] : [] })
const labels = (x: string, violated: boolean) => ({
  labels: [label('x', 'main', x), label('x', 'bonus', 'met'), label('x', 'veto', 'not-met'), label('y', 'main', 'met'), label('y', 'bonus', 'not-met'), label('y', 'veto', violated ? 'violated' : 'not-met')],
  note: '',
  shown: ['x', 'y'],
})
const choice = (response: string | null) => ({ pick: response === null ? 'tie' : 'response', response, strength: response === null ? null : 2 })
const chosen = (response: string | null) => ({ overall: choice(response), axes: { safety: choice('x'), proficiency: choice('y'), excellence: choice(null) }, rationale: 'canary-rationale', shown: ['x', 'y'] })

// Stratified, so that what is said of every other item is said in each split.
const hidden = { ratios: { train: 6, validation: 0, test: 6 }, hidden: ['test' as const], readers: 'pseudonyms' as const, strata: ['specialty'] }
const pathsOf = async (releaseId: string) => (await db.sql<{ path: string }>('select path from release_file where release_id = $1 order by path', [releaseId])).map(({ path }) => path)
const read = async ({ admin }: Made, releaseId: string, path: string) => {
  const file = await openFile(admin, { releaseId, path: path.split('/') })
  return (await allOf(await file.send(0, file.size))).toString()
}
const factsOf = async (releaseId: string) => (await db.sql<{ facts: ReleaseFacts }>('select facts from release where id = $1', [releaseId]))[0]!.facts
const lines = (text: string) => text.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
const testIds = async (releaseId: string) => (await db.sql<{ id: string }>(`select external_id as id from release_item where release_id = $1 and split = 'test' order by 1`, [releaseId])).map((row) => row.id)
async function submitted(made: Made, releaseId: string, of: readonly object[], system = 'one') {
  const input = submitPredictionsInput.parse({ releaseId, split: 'test', system })
  return submitPredictions(made.researcher, input, bytesOf(of.map((one) => JSON.stringify(one)).join('\n')))
}
async function scored(...given: Parameters<typeof submitted>) {
  const answer = await submitted(...given)
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems))
  await runJobNow(given[0].researcher, answer.jobId!)
  // Its person is told nothing of so few hidden items.
  return (await readSubmission(given[0].admin, { submissionId: answer.submissionId })).evaluations[0]!.scores
}

let scoring: Made

/** Of the first item one criterion is put in other words, and read again alone; the third loses one, which asks nobody anything. */
async function revisedOnce({ admin, slug, studyId, protocolId, readers }: Made): Promise<void> {
  const [main, bonus, veto] = rubric.criteria
  const later = (criteria: unknown[]) => ({ ...rubric, version: 2, criteria })
  const rubrics = [{ id: id(0), rubric: later([{ ...main, text: 'Of main, reworded.' }, bonus, veto]) }, { id: id(2), rubric: later([main, veto]) }]
  await reviseRubrics(admin, reviseRubricsInput.parse({ study: slug, rubrics, reason: 'Clearer.', batch: 'Again' }))
  for (const reader of readers) {
    const { seatId } = await claimSeat(reader, { studyId, beyond: [] })
    const { responses, rubric: asked } = (await readSeat(reader, { seatId: seatId! })).content as Content
    const answer = { labels: responses.map((response) => label(response.id, asked.criteria[0]!.id, 'met')), note: '', shown: [] }
    await submitJudgment(reader, { seatId: seatId!, protocolId, clientId: randomUUID(), answer, activeMs: 1 })
  }
  await passGrace(studyId)
}

describe('rubric scoring', () => {
  let made: Made
  let releaseId: string
  beforeAll(async () => {
    made = await responsesToRelease(db, { task: 'rubric-scoring', settings: proMedical.settings, form: { ...proMedical.form, axes: [bedside] }, items: itemsOf({ rubric }), says: (nth) => labels(nth % 3 ? 'met' : 'partly', nth % 2 === 0), differs: () => labels('not-met', true) })
    scoring = made
    await revisedOnce(made)
    releaseId = await made.released({ ...hidden, formats: taskOf('rubric-scoring').formats.map(({ code }) => code) })
  })

  test('every format is frozen, says what it loses, and is made again byte for byte', async () => {
    const paths = await pathsOf(releaseId)
    for (const { code } of taskOf('rubric-scoring').formats) expect(paths.some((path) => path.startsWith(`${code}/`))).toBe(true)
    const rebuilt = await rebuildRelease(made.admin, { releaseId })
    expect(rebuilt).toMatchObject({ ok: true })
    const card = await read(made, releaseId, 'README.md')
    expect(card).toContain('A veto becomes a criterion of −10 points')
    expect(card).toContain('Rubric scoring')
    expect(card).toContain('Right at the bedside (accuracy)')
    expect(await read(made, releaseId, 'agreement.json')).not.toContain('bedside')
    expect(card).toContain('`readings/`, `meta-evaluation/`')
    const rows = lines(await read(made, releaseId, paths.find((path) => path.startsWith('explicit-criteria/') && path.includes('train'))!))
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatchObject({ axis: 'accuracy', decided_by: expect.stringMatching(/safety|proficiency|excellence|tie/) as string })
    const judged = lines(await read(made, releaseId, 'meta-evaluation/train.jsonl'))
    expect(judged.length).toBeGreaterThan(0)
    for (const { binary_labels, anonymized_physician_ids } of judged as { binary_labels: boolean[]; anonymized_physician_ids: string[] }[]) {
      expect(binary_labels.length).toBe(anonymized_physician_ids.length)
      expect(new Set(anonymized_physician_ids).size).toBe(anonymized_physician_ids.length)
    }
    // What nobody was asked again is in the rows as it was said, by the same two: readings of both rounds.
    const splits = await Promise.all(['train', 'test'].map((split) => read(made, releaseId, `meta-evaluation/${split}.jsonl`)))
    const revised = (splits.flatMap(lines) as { prompt_id: string; rubric: string; anonymized_physician_ids: string[] }[]).filter(({ prompt_id }) => prompt_id === id(0))
    expect(revised.map(({ rubric: words }) => words)).toEqual([1, 2].flatMap(() => ['Of main, reworded.', 'Of bonus.', 'Of veto.']))
    expect(new Set(revised.map(({ anonymized_physician_ids: ids }) => ids.join()))).toEqual(new Set([revised[0]!.anonymized_physician_ids.join()]))
    expect(revised[0]!.anonymized_physician_ids).toHaveLength(2)
    const [fixed] = await db.sql<{ readings: [string, object, number?][] }>('select readings from release_reading where release_id = $1 and external_id = $2', [releaseId, id(0)])
    expect(fixed!.readings.map(([, , round]) => round ?? 'present').toSorted()).toEqual([1, 1, 'present', 'present'])
    const facts = await factsOf(releaseId)
    expect(facts.agreement.measures.map(({ metric, of }) => `${metric} ${of}`)).toEqual(expect.arrayContaining(['weighted-kappa labels', 'ac2 safety', 'alpha proficiency']))
    expect(facts.labels.some(({ field }) => field === 'safety')).toBe(true)
    expect(facts.axes).toEqual([bedside])
  })

  test('a format that wrote the same records otherwise is as it was frozen, hidden or not, in releases from before; in later ones it differs, and what was changed since is found all the same', async () => {
    const [{ manifest, facts }] = (await db.sql<{ manifest: string; facts: ReleaseFacts }>('select manifest, facts from release where id = $1', [releaseId])) as [{ manifest: string; facts: ReleaseFacts }]
    const bytesIn = async (path: string) => (await db.sql<{ bytes: Buffer }>('select c.bytes from release_chunk c join release_file f on f.id = c.file_id where f.release_id = $1 and f.path = $2', [releaseId, path]))[0]!.bytes
    const paths = ['trl/train.trl.jsonl', 'trl/test.trl.jsonl']
    const asItWas = await Promise.all(paths.map(bytesIn))
    const key = keyIn((await bytesIn('commitments/test.json')).toString())!
    const walls = (way: string) => Promise.all(['release', 'release_file', 'release_chunk'].map((name) => db.sql(`alter table ${name} ${way} trigger user`)))
    const put = async (files: readonly Buffer[], writing: ReleaseFacts['writing'] | null, says: string) => {
      for (const [nth, bytes] of files.entries())
        await db.sql('with f as (update release_file set sha256 = sha256($3) where release_id = $1 and path = $2 returning id) update release_chunk c set bytes = $3 from f where c.file_id = f.id', [releaseId, paths[nth], bytes])
      await db.sql('update release set manifest = $2, facts = $3 where id = $1', [releaseId, says, JSON.stringify({ ...facts, writing: writing ?? undefined })])
    }
    const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    const before = asItWas.map((bytes) => Buffer.from(bytes.toString().replaceAll('decided_by', 'decided-by')))
    const commitments = await Promise.all([asItWas[1]!, before[1]!].map((bytes) => commitmentTo(sum(bytes), key)))
    const saidBefore = manifest.replace(sum(asItWas[0]!), sum(before[0]!)).replace(commitments[0]!, commitments[1]!)
    // CHECKSUMS is left as it is: it is no part of what is looked at.
    const look = async () => (await rebuildRelease(made.admin, { releaseId })).files.flatMap(({ path, ok, rewritten }) => ((ok && !rewritten) || path === 'CHECKSUMS' ? [] : [[path, ok]]))
    const isWrittenEarlier = async () => (await listStudyReleases(made.admin, { study: made.slug })).releases.find(({ id: one }) => one === releaseId)!.isWrittenEarlier
    expect(facts.writing).toMatchObject({ native: 1, trl: 2, 'explicit-criteria': 2 })
    expect(await isWrittenEarlier()).toBe(false)
    await walls('disable')
    // One from before numbers were kept is of the first rules.
    for (const writing of [{ ...facts.writing, trl: 1 }, null]) {
      await put(before, writing, saidBefore)
      expect(await look()).toEqual(paths.toReversed().map((path) => [path, true]))
      expect(await isWrittenEarlier()).toBe(true)
    }
    await put(before, { ...facts.writing, rewards: 0, native: 0 }, saidBefore)
    expect(await look()).toEqual([['commitments/test.json', false], ...paths.toReversed().map((path) => [path, false])])
    await put([before[0]!, asItWas[1]!], { ...facts.writing, trl: 1 }, manifest)
    expect(await look()).toEqual([['trl/train.trl.jsonl', false]])
    await put(asItWas, facts.writing, manifest)
    await walls('enable')
    expect(await look()).toEqual([])
  })

  test('a reward model and a grader are scored; a name that an item does not have is refused by line, and nothing tells a label', async () => {
    const ids = await testIds(releaseId)
    const ofBonus = (item: string, met: boolean) => (item === id(2) ? {} : { bonus: met })
    const refused = await submitted(made, releaseId, [{ id: ids[0], scores: { x: 1, z: 2 } }, { id: ids[1], met: { x: { veto: 'met' } } }])
    expect('problems' in refused && refused.problems.map(({ line, field, reason }) => [line, field, reason])).toEqual([[1, 'scores', 'unknown-id'], [2, 'met.x.veto', 'label-not-of-group']])
    const model = await scored(made, releaseId, ids.map((item) => ({ id: item, scores: { x: 1, y: 0 } })), 'model')
    expect(model.counts).toEqual({ pairs: ids.length, pairsRight: expect.any(Number) as number, ties: 0, missing: 0 })
    expect(model.measures['pairwise.safety']).toMatchObject({ value: 1 })
    expect(model.measures['veto.f1']).toMatchObject({ value: null, reason: 'no-labels' })
    const grader = await scored(made, releaseId, ids.map((item) => ({ id: item, met: { x: { main: true, ...ofBonus(item, true), veto: false }, y: { main: true, ...ofBonus(item, false), veto: true } } })), 'grader')
    expect(grader.measures['veto.recall']).toMatchObject({ value: 1 })
    expect(grader.measures['meta.f1']!.value).toBeGreaterThan(0.5)
    const board = await readBoard(made.admin, { releaseId, split: 'test' })
    expect(board.rows.map(({ kind }) => kind)).toEqual(['system', 'system', 'readers', 'reader', 'reader'])
    expect(board.rows.find(({ kind }) => kind === 'readers')!.scores.measures['pointwise.overall']!.value).toBeGreaterThan(0.5)
    expect(board.asksExperts).toBe(false)
    expect(board.axes).toEqual([bedside])
    expect(await readSubmission(made.admin, { submissionId: board.rows[0]!.submissionId! })).toMatchObject({ axes: [bedside], evaluations: [{ rules: board.rules.shown }] })
    expect(JSON.stringify([board, refused])).not.toContain('canary-rationale')
    await expect(readErrors(made.researcher, errorsInput.parse({ submissionId: board.rows[0]!.submissionId }))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('what was scored by earlier rules stands on a board of its own, until all of it is scored by the present ones at once', async () => {
    const board = () => readBoard(made.admin, { releaseId, split: 'test' })
    const [now, input] = [await board(), { releaseId, split: 'test', match: 'verdict' }]
    const alone = { ...input, split: 'train' }
    const readers = await readBoard(made.admin, alone)
    expect(now.rules).toEqual({ shown: 5, present: 5, waiting: 0 })
    await expect(scoreAnew(made.admin, input)).rejects.toMatchObject({ reason: 'submission-scored' })
    await db.sql('alter table evaluation disable trigger user; update evaluation set rules = 1; alter table evaluation enable trigger user')
    const earlier = await board()
    expect(earlier.rules).toEqual({ shown: 1, present: 5, waiting: 2 })
    expect(earlier.rows).toEqual(now.rows)
    await expect(scoreAnew(made.researcher, input)).rejects.toMatchObject({ code: 'not-found' })
    await runJobNow(made.admin, (await scoreAnew(made.admin, input)).jobId)
    const anew = await board()
    expect(anew.rules).toEqual({ shown: 5, present: 5, waiting: 0 })
    // Two that rank alike stand in no order.
    const said = ({ rows }: typeof now) => Object.fromEntries(rows.map(({ name, kind, scores }) => [`${kind} ${name ?? ''}`, scores]))
    expect(said(anew)).toEqual(said(now))
    expect(anew.rows[1]!.toLeader).not.toBeNull()
    expect(await db.sql('select rules, count(*)::int as n from evaluation where release_id = $1 and split = $2 group by 1 order by 1', [releaseId, 'test'])).toEqual([{ rules: 1, n: 5 }, { rules: 5, n: 5 }])
    const [submission] = (await listSubmissions(made.researcher, { releaseId })).submissions
    expect(await readSubmission(made.researcher, { submissionId: submission!.id })).toMatchObject({ presentRules: 5, evaluations: [{ rules: 5 }] })

    // Of the other split there is no system yet.
    expect((await readBoard(made.admin, alone)).rules).toEqual({ shown: 1, present: 5, waiting: 0 })
    await expect(scoreAnew(made.researcher, alone)).rejects.toMatchObject({ code: 'not-found' })
    const [{ jobId }, again] = [await scoreAnew(made.admin, alone), await scoreAnew(made.admin, alone)]
    expect(again).toEqual({ jobId })
    await runJobNow(made.admin, jobId)
    const readersAnew = await readBoard(made.admin, alone)
    expect([readersAnew.rules, said(readersAnew)]).toEqual([{ shown: 5, present: 5, waiting: 0 }, said(readers)])
    expect(readers.rows.map(({ kind }) => kind)).toContain('readers')
    await expect(scoreAnew(made.admin, alone)).rejects.toMatchObject({ reason: 'submission-scored' })
  })

  test('the baseline and the download of readings hold each reader to what still stands of every round, once, and to nothing that is gone', async () => {
    const baseline = await db.sql<{ labelled: number }>(
      `select sum((scores #>> '{counts,labelled}')::int)::int as labelled from evaluation where release_id = $1 and kind = 'reader' and rules = (select max(rules) from evaluation e where e.release_id = $1 and e.split = evaluation.split) group by pseudonym`, [releaseId])
    // Six labels of each of twelve items, but for the two of the criterion that one of them lost.
    expect(baseline).toEqual([{ labelled: 70 }, { labelled: 70 }])
    let text = ''
    for await (const piece of (await exportReadings(made.admin, { study: made.slug })).lines) text += piece
    const said = lines(text) as { item: string; round?: number; labels: { criterion: string }[] }[]
    expect(said).toHaveLength(26)
    const saidOf = (item: string) => said.filter((line) => line.item === item).map(({ round = null, labels: of }) => [round, [...new Set(of.map(({ criterion }) => criterion))].join()])
    expect(saidOf(id(0))).toEqual([[1, 'bonus,veto'], [1, 'bonus,veto'], [null, 'main'], [null, 'main']])
    expect(saidOf(id(2))).toEqual([[null, 'main,veto'], [null, 'main,veto']])
    expect((await readDownloads(made.admin, { study: made.slug })).readings).toBe(26)
  })

  test('agreement comes by criterion, the most disputed first, by axis and by pair', async () => {
    await runJobNow(made.admin, (await readAgreement(made.admin, { study: made.slug })).jobId!)
    const { groups, axes } = (await readAgreement(made.admin, { study: made.slug })).kept!
    expect(axes).toEqual([bedside])
    expect(groups.filter(({ facet }) => facet === 'criterion').map(({ text, measures }) => [text, measures[0]!.items])).toEqual([['Of veto.', 24], ['Of main.', 22], ['Of bonus.', 22], ['Of main, reworded.', 2]])
    expect(groups.filter(({ facet }) => facet === 'axis').map(({ name }) => name)).toEqual(['accuracy', 'excellence', 'proficiency', 'safety'])
    expect(groups.filter(({ facet }) => facet === 'pair')).toHaveLength(1)
  })
})

describe('preference', () => {
  let made: Made
  let releaseId: string
  beforeAll(async () => {
    made = await responsesToRelease(db, { task: 'preference', settings: blindPairs.settings, form: blindPairs.form, items: itemsOf({}), says: (nth) => chosen(nth % 5 === 4 ? null : 'x'), differs: () => chosen('y') })
    releaseId = await made.released({ ...hidden, formats: taskOf('preference').formats.map(({ code }) => code) })
  })

  test('every format is frozen and made again byte for byte', async () => {
    const paths = await pathsOf(releaseId)
    for (const { code } of taskOf('preference').formats) expect(paths.some((path) => path.startsWith(`${code}/`))).toBe(true)
    expect(await rebuildRelease(made.admin, { releaseId })).toMatchObject({ ok: true })
    const facts = await factsOf(releaseId)
    expect(facts.agreement.measures.map(({ metric, of }) => `${metric} ${of}`)).toEqual(expect.arrayContaining(['weighted-kappa overall', 'ac1 safety', 'ac2 safety']))
  })

  test('a reward model is scored on the whole and by axis, ties counted; readers stand beside it', async () => {
    const ids = await testIds(releaseId)
    const scores = await scored(made, releaseId, ids.map((item) => ({ id: item, scores: { x: 2, y: 1 }, axes: { proficiency: { x: 0, y: 1 } } })))
    expect(scores.measures['pairwise.overall']).toMatchObject({ value: 1 })
    expect(scores.counts['tiePairs']! + scores.counts['pairs']!).toBe(ids.length)
    const board = await readBoard(made.researcher, { releaseId, split: 'test' })
    expect(board.rows.map(({ kind }) => kind)).toEqual(['system', 'readers', 'reader', 'reader'])
    expect(board.axes).toEqual(blindPairs.form.axes.map(({ code, name }) => ({ code, name })))
    expect(JSON.stringify(board)).not.toContain('canary-rationale')
  })

  test('what was said stands beside what follows from labels, differences first, for whoever runs both studies', async () => {
    expect(await readStated(made.admin, { study: made.slug })).toEqual({ pairs: 0, same: 0, apart: 0, rows: [] })
    await addMember(scoring.studyId, made.admin.personId, 'admin')
    const both = await viewerOf(made.admin.personId)
    const { pairs, same, rows } = await readStated(both, { study: made.slug })
    expect(pairs).toBe(12)
    expect(rows).toHaveLength(12)
    expect(rows.map((row) => row.same)).toEqual([...Array.from({ length: pairs - same }, () => false), ...Array.from({ length: same }, () => true)])
    // Said of the first: x. It follows too: y violates.
    expect(rows.find(({ externalId }) => externalId === id(0))).toMatchObject({ a: 'x', b: 'y', stated: 'x', derived: 'x', decidedBy: 'safety', same: true })
    expect(await readStated(both, { study: scoring.slug })).toMatchObject({ pairs, same })
    await expect(readStated(made.readers[0]!, { study: made.slug })).rejects.toMatchObject({ code: 'not-found' })
  })
})

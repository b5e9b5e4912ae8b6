/** Two physicians review a model's drafts without knowing of each other; what their verdicts say of it is counted by round. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { changed, content, drafted } from '@/lib/tasks/rubric-authoring/any-authoring.testing'
import { emptyDraft } from '@/lib/tasks/rubric-authoring/empty-draft'
import { proMedical } from '@/lib/tasks/rubric-authoring/templates/promedical'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { exportExamples } from './export-examples'
import { exportVerdicts } from './export-verdicts'
import { giveVerdict } from './give-verdict'
import { openBatch, openBatchInput } from './open-batch'
import { readDispute } from './read-dispute'
import { readRounds } from './read-rounds'
import { readSeat } from './read-seat'
import { reopenItems } from './reopen-items'
import { submitJudgment } from './submit-judgment'
import { everyone } from './testing/study-to-run'

const db = freshDatabase()
const unknown = { code: 'not-found', reason: 'not-found' }
const pass = { ...emptyDraft(), review: 'pass' }
const better = { ...emptyDraft(), review: 'correct', reasons: ['wording'], criteria: changed('dose', { text: 'Names 3.2 g as the most a day.' }) }
const reject = { ...emptyDraft(), review: 'reject', reasons: ['missing-criterion'] }

async function world() {
  const { studyId, slug } = await makeStudy({ task: 'rubric-authoring', settings: { ...proMedical.settings, stopRule: { ...proMedical.settings.stopRule, rounds: 1, leastReviewed: 1, leastPassRate: 0 } }, readersPerItem: 2 })
  const protocolId = await publishProtocol(studyId, proMedical.form)
  const viewers: Viewer[] = []
  for (const role of ['admin', 'reader', 'reader', 'adjudicator'] as const) {
    const { personId } = await makePerson({ languages: ['en'] })
    await addMember(studyId, personId, role)
    viewers.push(await viewerOf(personId))
  }
  const [admin, ann, ben, judge] = viewers as [Viewer, Viewer, Viewer, Viewer]
  const add = (...ids: string[]) => addItems(studyId, ids.map((externalId) => ({ externalId, text: `${content.prompt[0]!.content} ${externalId}`, language: 'en', content: { ...content, prompt: [{ role: 'user', content: externalId }] }, seal: { drafter: 'canary-drafter' } }))) // prettier-ignore
  const open = (name: string, wanted: object = {}) => openBatch(admin, openBatchInput.parse({ study: slug, name, filter: {}, taking: { take: 'all' }, pool: everyone, readersPerItem: 2, ...wanted }))
  const claim = async (viewer: Viewer) => (await claimSeat(viewer, { studyId, beyond: [] })).seatId!
  const write = async (viewer: Viewer, answer: object, under = protocolId) => {
    const seatId = await claim(viewer)
    await submitJudgment(viewer, { seatId, protocolId: under, clientId: randomUUID(), answer, activeMs: 1_000 })
    return seatId
  }
  const both = async (answer: object, under = protocolId) => {
    await write(ann, answer, under)
    await write(ben, answer, under)
  }
  return { studyId, slug, protocolId, admin, ann, ben, judge, add, open, claim, write, both }
}
const linesOf = async ({ lines }: { lines: AsyncIterable<string> }) => {
  let all = ''
  for await (const piece of lines) all += piece
  return all.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>) // prettier-ignore
}

describe('rounds of drafted rubrics', () => {
  it('count passed, corrected and rejected drafts of closed items by batch, and what was corrected is the example pool', async () => {
    const { slug, admin, add, open, both, write, ann } = await world()
    await add('a', 'b', 'c')
    await open('Round 1')
    for (const answer of [pass, better, reject]) await both(answer)
    await add('d', 'e')
    await open('Round 2')
    await both(pass)
    await write(ann, better)
    const { rounds, due, examples } = await readRounds(admin, { study: slug })
    expect(rounds).toMatchObject([
      { name: 'Round 1', items: 3, open: 0, passed: 1, corrected: 1, rejected: 1, reviewed: 3, reasons: { wording: 1, 'missing-criterion': 1 }, examples: 1 },
      { name: 'Round 2', items: 2, open: 1, passed: 1, corrected: 0, rejected: 0, reviewed: 1, reasons: {}, examples: 0 },
    ])
    expect(rounds[0]!.interval!.low).toBeGreaterThan(0)
    // By the first round alone: the second is still being read.
    expect([due, examples]).toEqual([null, 1])
    const lines = await linesOf(await exportExamples(admin, { study: slug, round: rounds[0]!.id }))
    expect(lines).toMatchObject([{ rubric: [{ criterion: 'Names 3.2 g as the most a day.' }, {}, {}, {}], draft: [{ criterion: drafted[0]!.text }, {}, {}, {}], corrected_because: ['wording'] }])
    expect(await linesOf(await exportExamples(admin, { study: slug, round: rounds[1]!.id }))).toEqual([])
    expect(JSON.stringify(lines)).not.toMatch(/canary|gpt-4|llama/)
  })

  it('stay what they were when their items are read again under a new protocol, which is no round', async () => {
    const { studyId, slug, admin, add, open, both } = await world()
    await add('a', 'b', 'c')
    await open('Round 1')
    for (const answer of [pass, better, reject]) await both(answer)
    const pool = async (round?: string) => (await linesOf(await exportExamples(admin, { study: slug, ...(round ? { round } : {}) }))).map(({ rubric }) => (rubric as { criterion: string }[])[0]!.criterion)
    const figures = async () => (await readRounds(admin, { study: slug })).rounds.map(({ name, items, open: left, passed, corrected, rejected, reasons, examples }) => ({ name, items, left, passed, corrected, rejected, reasons, examples }))
    const [{ id: first } = { id: '' }] = (await readRounds(admin, { study: slug })).rounds
    const before = await figures()
    const newest = await publishProtocol(studyId, proMedical.form)
    expect(await reopenItems(admin, { study: slug, under: 1, reason: 'A new guideline.', batch: 'Again' })).toEqual({ items: 3 })
    expect(await figures()).toEqual(before)
    expect(before).toMatchObject([{ name: 'Round 1', items: 3, left: 0, passed: 1, corrected: 1, rejected: 1, examples: 1 }])
    // While they are read again and afterwards: the round teaches what it taught, the study what stands today.
    expect([await pool(first), await pool()]).toEqual([[better.criteria[0]!.text], [better.criteria[0]!.text]])
    const [again] = [{ ...better, criteria: changed('dose', { text: 'Names 3 g as the most a day.' }) }]
    for (let nth = 0; nth < 3; nth++) await both(again, newest)
    expect(await figures()).toEqual(before)
    expect(await pool(first)).toEqual([better.criteria[0]!.text])
    expect(await pool()).toEqual(Array.from({ length: 3 }, () => again.criteria[0]!.text))
    expect((await readRounds(admin, { study: slug })).examples).toBe(3)
  })

  it('are an admin’s alone, and of this task alone', async () => {
    const { slug, ann, judge, admin } = await world()
    const other = await makeStudy()
    await addMember(other.studyId, admin.personId, 'admin')
    for (const viewer of [ann, judge, await viewerOf((await makePerson()).personId)]) {
      await expect(readRounds(viewer, { study: slug })).rejects.toMatchObject(unknown)
      await expect(exportExamples(viewer, { study: slug })).rejects.toMatchObject(unknown)
    }
    const both = await viewerOf(admin.personId)
    await expect(readRounds(both, { study: other.slug })).rejects.toMatchObject(unknown)
    await expect(exportExamples(both, { study: other.slug })).rejects.toMatchObject(unknown)
  })

  it('a stratified sample holds every stratum in its share to within one', async () => {
    const { studyId, open } = await world()
    const strata = [...Array.from({ length: 20 }, () => 'Cardiology'), ...Array.from({ length: 8 }, () => 'Neurology'), ...Array.from({ length: 2 }, () => null)]
    await addItems(studyId, strata.map((specialty, nth) => ({ externalId: `s-${nth}`, text: `t ${nth}`, language: 'en', specialty, content: { ...content, prompt: [{ role: 'user', content: `t ${nth}` }] } }))) // prettier-ignore
    await open('Sample', { taking: { take: 'stratified', count: 15, seed: 'x', by: 'specialty' } })
    const rows = await db.sql<{ specialty: string | null; n: number }>(`select specialty, count(*)::int as n from item where study_id = $1 and stage = 'reading' group by 1`, [studyId])
    const drawn = new Map(rows.map(({ specialty, n }) => [specialty, n]))
    for (const [specialty, share] of [['Cardiology', 10], ['Neurology', 4], [null, 1]] as const) expect(Math.abs((drawn.get(specialty) ?? 0) - share)).toBeLessThanOrEqual(1) // prettier-ignore
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(15)
  })
})

describe('two authors', () => {
  it('an author meets neither the other’s rubric and review, nor who drafted, nor whose responses they are', async () => {
    const { studyId, ann, ben, judge, protocolId, add, open, claim, write, slug, admin } = await world()
    await add('only')
    await open('Round')
    const own = await write(ann, { ...better, note: 'canary-ann', trials: [{ response: 'A', criterion: 'dose', label: 'met' }] })
    const seat = await claim(ben)
    const seen = JSON.stringify(await readSeat(ben, { seatId: seat }))
    expect(seen).not.toMatch(/canary|3\.2 g|gpt-4|llama|"correct"/)
    expect(seen).toContain(drafted[0]!.text)
    await expect(readSeat(ben, { seatId: own })).rejects.toMatchObject(unknown)
    await submitJudgment(ben, { seatId: seat, protocolId, clientId: randomUUID(), answer: pass, activeMs: 1 })

    await passGrace(studyId)
    const adjudicationId = (await claimDispute(judge, { beyond: [] })).adjudicationId!
    const dispute = await readDispute(judge, { adjudicationId })
    expect(JSON.stringify(dispute)).not.toMatch(/canary-drafter|gpt-4|llama/)
    await giveVerdict(judge, { adjudicationId, protocolId, outcome: 'answer', answer: { ...better, trials: [] }, rationale: 'Better.', cause: 'oversight', activeMs: 1 })
    const [line] = await linesOf(await exportVerdicts(admin, { study: slug }))
    expect(line).toMatchObject({ review: 'correct', rubric: { version: 1 }, provenance: [{ criterion: 'dose', origin: 'draft', draft: 'dose', changed: ['text'], settledBy: 'adjudication' }, {}, {}, {}] })
    expect(JSON.stringify(line)).not.toMatch(/canary/)
  })

  it('a draft left as it came is the draft’s own criteria in the verdict', async () => {
    const { studyId, add, open, both } = await world()
    await add('only')
    await open('Round')
    await both(pass)
    const [verdict] = await db.sql<{ answer: { criteria: object[] } }>('select answer from verdict where study_id = $1', [studyId])
    expect(verdict?.answer.criteria).toEqual(drafted.map((one) => ({ ...one, since: { version: 1, source: 'draft' } })))
  })
})

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Draft, Judgment } from '@/lib/tasks/rubric-scoring/judgment'
import { proMedical } from '@/lib/tasks/rubric-scoring/templates/promedical'
import type { Label } from '@/lib/tasks/rubric/scores'
import { fitDraft } from '@/lib/tasks/rubric-scoring/fit-draft'
import { rubricScoring } from '@/lib/tasks/rubric-scoring/rubric-scoring'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { giveVerdict } from './give-verdict'
import { readDispute } from './read-dispute'
import { readItem } from './read-item'
import { readSeat } from './read-seat'
import { reopenItem } from './reopen-item'
import { reopenItems } from './reopen-items'
import { reviseRubrics } from './revise-rubrics'
import { saveDraft } from './save-draft'
import { submitJudgment } from './submit-judgment'

const db = freshDatabase()

const responses = [
  { id: 'modelOne', text: 'Take 500 mg 💊 twice a day.' },
  { id: 'modelTwo', text: 'Take fifty tablets at once.' },
]
const externalId = 'case-1'
const content = rubricScoring.contentFields.parse({
  prompt: 'How much metformin?',
  rubric: {
    version: 1,
    criteria: [
      { id: 'dose', group: 'main', text: 'Names the right dose.', axis: 'accuracy', weight: 1_000_000 },
      { id: 'harm', group: 'veto', text: 'Advises something dangerous.', axis: 'safety' },
    ],
  },
  responses,
}) as Content

async function scoringStudy(readers = 2) {
  const { studyId, slug } = await makeStudy({ task: 'rubric-scoring', settings: { tolerance: 'exact' }, readersPerItem: readers })
  const protocolId = await publishProtocol(studyId, proMedical.form)
  const member = async (role: 'reader' | 'adjudicator' | 'admin') => {
    const { personId } = await makePerson()
    await addMember(studyId, personId, role)
    return viewerOf(personId)
  }
  const viewers = await Promise.all(Array.from({ length: readers }, () => member('reader')))
  const [judge, admin] = await Promise.all([member('adjudicator'), member('admin')])
  const [itemId] = await addItems(studyId, [{ externalId, text: rubricScoring.textOf(content), content }])
  await openBatch(studyId)
  return { studyId, slug, protocolId, itemId: itemId!, viewers, judge, admin }
}

type Said = Record<string, Label>
/** What a criterion says in every version of the rubric here: names of criteria are nobody's to see. */
const words: Record<string, RegExp> = { dose: /dose/, often: /often|twice/, harm: /danger|harm/, warm: /^Speaks/ }
const criterionSeen = (shown: Content, id: string) => shown.rubric.criteria.find(({ text }) => words[id]!.test(text))!.id
const idsSeen = (shown: Content) => shown.rubric.criteria.map(({ text }) => Object.keys(words).find((id) => words[id]!.test(text)))
/** What a reader types, by the words of the responses and criteria they see. */
function typed(shown: Content, said: (text: string) => Said): Draft {
  const labels = shown.responses.flatMap(({ id, text }) =>
    Object.entries(said(text)).map(([criterion, label]) => ({
      response: id, criterion: criterionSeen(shown, criterion), label,
      rationale: label === 'violated' ? 'It kills.' : '',
      evidence: label === 'violated' ? [{ start: 5, end: 10, quote: [...text].slice(5, 10).join('') }] : [],
    })),
  ) // prettier-ignore
  return { labels, note: '', shown: [] }
}
const bad = (text: string) => text.includes('fifty')

async function handIn(viewer: Viewer, study: { studyId: string; protocolId: string }, said: (text: string) => Said) {
  const { seatId } = await claimSeat(viewer, { studyId: study.studyId, beyond: [] })
  const seat = await readSeat(viewer, { seatId: seatId! })
  await submitJudgment(viewer, { seatId: seatId!, protocolId: study.protocolId, clientId: randomUUID(), answer: typed(seat.content as Content, said), activeMs: 1 })
  return { seatId: seatId!, shown: seat.content as Content }
}
const honest = (text: string): Said => (bad(text) ? { dose: 'not-met', harm: 'violated' } : { dose: 'met', harm: 'not-met' })
const lenient = (text: string): Said => (bad(text) ? { dose: 'partly', harm: 'violated' } : { dose: 'met', harm: 'not-met' })

describe('responses judged by their rubric', () => {
  it('are seen by what they say alone, and kept by what they are with the order that was seen', async () => {
    const study = await scoringStudy()
    const { seatId, shown } = await handIn(study.viewers[0]!, study, honest)
    expect(JSON.stringify(shown)).not.toMatch(/modelOne|modelTwo/)
    const [row] = await db.sql<{ answer: Judgment }>('select answer from judgment where seat_id = $1', [seatId])
    expect(row!.answer.shown.toSorted()).toEqual(['modelOne', 'modelTwo'])
    expect(row!.answer.shown[0]).toBe(bad(shown.responses[0]!.text) ? 'modelTwo' : 'modelOne')
    expect(row!.answer.labels).toContainEqual(expect.objectContaining({ response: 'modelTwo', criterion: 'harm', label: 'violated', evidence: [{ start: 5, end: 10, quote: 'fifty' }] }))
  })

  it('become a verdict criterion by criterion where readers agree', async () => {
    const study = await scoringStudy()
    for (const viewer of study.viewers) await handIn(viewer, study, honest)
    const [verdict] = await db.sql<{ source: string; answer: Judgment }>('select source, answer from verdict where item_id = $1', [study.itemId])
    expect(verdict).toMatchObject({ source: 'consensus' })
    expect(verdict!.answer.labels.filter(({ label }) => label === 'violated')).toHaveLength(1)
  })

  it('go to the bench when one criterion differs, where an adjudicator settles in an order of their own', async () => {
    const study = await scoringStudy()
    await handIn(study.viewers[0]!, study, honest)
    await handIn(study.viewers[1]!, study, lenient)
    await passGrace(study.studyId)
    const { adjudicationId } = await claimDispute(study.judge, { studyId: study.studyId, beyond: [] })
    const dispute = await readDispute(study.judge, { adjudicationId: adjudicationId! })
    expect(JSON.stringify(dispute)).not.toMatch(/modelOne|modelTwo/)
    const differing = (dispute.points as { agreed: boolean; criterion: string }[]).filter(({ agreed }) => !agreed)
    expect(differing.map(({ criterion }) => criterion)).toEqual([criterionSeen(dispute.content as Content, 'dose')])
    const answer = typed(dispute.content as Content, lenient)
    await giveVerdict(study.judge, { adjudicationId: adjudicationId!, protocolId: study.protocolId, outcome: 'answer', answer, rationale: 'Half of it.', cause: 'oversight', activeMs: 1 })
    const [verdict] = await db.sql<{ answer: Judgment }>('select answer from verdict where item_id = $1', [study.itemId])
    expect(verdict!.answer.labels).toContainEqual(expect.objectContaining({ response: 'modelTwo', criterion: 'dose', label: 'partly' }))
  })

  it('are refused where a violation has no reason, no words, or words of another response', async () => {
    const study = await scoringStudy()
    const [viewer] = study.viewers
    const { seatId } = await claimSeat(viewer!, { studyId: study.studyId, beyond: [] })
    const shown = (await readSeat(viewer!, { seatId: seatId! })).content as Content
    const whole = typed(shown, honest)
    const send = (change: (label: Draft['labels'][number]) => Draft['labels'][number]) =>
      submitJudgment(viewer!, { seatId: seatId!, protocolId: study.protocolId, clientId: randomUUID(), activeMs: 1, answer: { ...whole, labels: whole.labels.map((one) => (one.label === 'violated' ? change(one) : one)) } })
    await expect(send((one) => ({ ...one, rationale: ' ' }))).rejects.toMatchObject({ fields: [{ code: 'rationale-missing' }] })
    await expect(send((one) => ({ ...one, evidence: [] }))).rejects.toMatchObject({ fields: [{ code: 'evidence-missing' }] })
    await expect(send((one) => ({ ...one, evidence: [{ start: 5, end: 8, quote: '500' }] }))).rejects.toMatchObject({ fields: [{ code: 'span-quote-differs' }] })
  })
})

describe('a later version of a rubric', () => {
  const [dose, harm] = content.rubric.criteria as [Content['rubric']['criteria'][0], Content['rubric']['criteria'][0]]
  const warm = { ...harm, id: 'warm', group: 'bonus' as const, text: 'Speaks warmly.' }
  const later = (criteria: Content['rubric']['criteria'], version = 2) => [{ id: externalId, rubric: { ...content.rubric, version, criteria } }]
  const revise = (study: { slug: string; admin: Viewer }, rubrics: ReturnType<typeof later>, dryRun = false) =>
    reviseRubrics(study.admin, { study: study.slug, rubrics, reason: 'Clearer words.', batch: `Again ${rubrics[0]!.rubric.version}`, dryRun })
  const verdicts = (itemId: string) => db.sql<{ version: number; answer: Judgment }>('select version, answer from verdict where item_id = $1 order by version', [itemId])

  /** Unlike the passing of a grace, for all that happened: which version something was said under is told by its time. */
  const aMinutePasses = async () => {
    const times = [['seat', 'submitted_at'], ['verdict', 'decided_at'], ['rubric_version', 'replaced_at']] as const
    for (const [table, column] of times) await db.sql(`alter table ${table} disable trigger user; update ${table} set ${column} = ${column} - interval '1 minute'; alter table ${table} enable trigger user`)
  }

  it('can be answered where only a part of what is weighed is asked again', async () => {
    const half = (id: string, text: string) => ({ ...dose, id, text, weight: 500_000 })
    const study = await scoringStudy()
    await revise(study, later([half('dose', 'Names the dose.'), half('often', 'Names how often.'), harm]))
    for (const viewer of study.viewers) await handIn(viewer, study, (text) => ({ ...honest(text), often: 'met' }))
    expect(await revise(study, later([half('dose', 'Names the dose.'), half('often', 'Says twice a day.'), harm], 3))).toMatchObject({ reopened: 1, criteria: 1 })
    for (const viewer of study.viewers) await handIn(viewer, study, (text) => ({ often: bad(text) ? 'not-met' : 'met' }))
    const found = await verdicts(study.itemId)
    expect(found.map(({ answer }) => answer.labels.length)).toEqual([6, 6])
  })

  it('asks again exactly what is new or says otherwise, and lets every other label of the verdict stand', async () => {
    const study = await scoringStudy()
    for (const viewer of study.viewers) await handIn(viewer, study, honest)
    const rubrics = later([{ ...dose, text: 'Names the right dose and unit.' }, harm, warm])
    expect(await revise(study, rubrics, true)).toMatchObject({ reopened: 1, criteria: 2 })
    expect(await verdicts(study.itemId)).toHaveLength(1)
    expect(await revise(study, rubrics)).toMatchObject({ reopened: 1, criteria: 2, untouched: 0, busy: [], notLater: [] })

    for (const viewer of study.viewers) {
      const { seatId, shown } = await handIn(viewer, study, (text) => ({ dose: bad(text) ? 'not-met' : 'partly', warm: 'not-met' }))
      expect(idsSeen(shown)).toEqual(['dose', 'warm'])
      expect(JSON.stringify(shown)).not.toContain('violated')
      const [{ answer }] = (await db.sql<{ answer: Judgment }>('select answer from judgment where seat_id = $1', [seatId])) as [{ answer: Judgment }]
      expect(answer.asked).toEqual(['dose', 'warm'])
    }
    const [first, second] = await verdicts(study.itemId)
    const said = (verdict: typeof first, criterion: string) => verdict!.answer.labels.filter((label) => label.criterion === criterion).map(({ response, label, rationale }) => [response, label, rationale]).toSorted()
    expect(second!.version).toBe(2)
    expect(said(second, 'harm')).toEqual(said(first, 'harm'))
    expect(said(second, 'dose')).toEqual([['modelOne', 'partly', ''], ['modelTwo', 'not-met', '']])
    expect(said(second, 'warm')).toHaveLength(2)
    expect(await db.sql('select version, rubric #>> $2 as text from rubric_version where item_id = $1', [study.itemId, '{criteria,0,text}'])).toEqual([{ version: 1, text: dose.text }])
  })

  it('lets stand what stood when a further version comes before anybody has begun', async () => {
    const study = await scoringStudy()
    for (const viewer of study.viewers) await handIn(viewer, study, honest)
    await revise(study, later([dose, harm, warm]))
    const mended = later([dose, harm, { ...warm, text: 'Speaks kindly.' }], 3)
    expect(await revise(study, mended, true)).toMatchObject({ replaced: 1, reopened: 0, criteria: 1 })
    await revise(study, mended)
    for (const viewer of study.viewers) {
      const { shown } = await handIn(viewer, study, () => ({ warm: 'met' }))
      expect(shown.rubric.criteria.map(({ text }) => text)).toEqual(['Speaks kindly.'])
    }
    expect((await verdicts(study.itemId)).at(-1)!.answer.labels).toHaveLength(6)
  })

  it('is no hindrance to asking everything anew: of readers after a protocol, of an adjudicator at the bench', async () => {
    const study = await scoringStudy()
    const readAgain = async (said: (text: string) => Said) => {
      for (const viewer of study.viewers) await handIn(viewer, study, said)
    }
    await readAgain(honest)
    await revise(study, later([dose, harm, warm]))
    await readAgain(() => ({ warm: 'met' }))

    await reopenItem(study.admin, { study: study.slug, itemId: study.itemId, reason: 'The dose was judged wrongly.' })
    await passGrace(study.studyId)
    const { adjudicationId } = await claimDispute(study.judge, { studyId: study.studyId, beyond: [] })
    const shown = (await readDispute(study.judge, { adjudicationId: adjudicationId! })).content as Content
    expect(idsSeen(shown)).toEqual(['dose', 'harm', 'warm'])
    const answer = typed(shown, (text) => ({ ...honest(text), dose: 'partly', warm: 'met' }))
    await giveVerdict(study.judge, { adjudicationId: adjudicationId!, protocolId: study.protocolId, outcome: 'answer', answer, rationale: 'Half.', cause: 'oversight', activeMs: 1 })
    expect((await verdicts(study.itemId)).at(-1)!.answer.labels.filter(({ criterion }) => criterion === 'dose').map(({ label }) => label)).toEqual(['partly', 'partly'])

    await revise(study, later([dose, { ...harm, text: 'Advises harm.' }, warm], 3))
    await readAgain((text) => ({ harm: honest(text)['harm']! }))
    study.protocolId = await publishProtocol(study.studyId, proMedical.form, '# Another')
    await reopenItems(study.admin, { study: study.slug, under: 1, reason: 'Another protocol.', batch: 'Anew' })
    const { seatId } = await claimSeat(study.viewers[0]!, { studyId: study.studyId, beyond: [] })
    const again = (await readSeat(study.viewers[0]!, { seatId: seatId! })).content as Content
    expect(idsSeen(again)).toEqual(['dose', 'harm', 'warm'])
  })

  it('touches no verdict where nothing of what is asked has changed, and is refused where it is not later', async () => {
    const study = await scoringStudy()
    for (const viewer of study.viewers) await handIn(viewer, study, honest)
    expect(await revise(study, later([{ ...dose, rationale: 'By the label.', tags: ['x'], axis: 'dosage' }, harm]))).toMatchObject({ reopened: 0, untouched: 1 })
    expect(await revise(study, later([harm, { ...dose, text: '?' }]))).toMatchObject({ reopened: 0, notLater: [externalId] })
    expect(await db.sql('select stage::text from item where id = $1', [study.itemId])).toEqual([{ stage: 'closed' }])
  })

  it('leaves alone what somebody is at work on, and replaces what nobody has begun', async () => {
    const study = await scoringStudy()
    expect(await revise(study, later([dose]))).toMatchObject({ replaced: 1, busy: [] })
    await claimSeat(study.viewers[0]!, { studyId: study.studyId, beyond: [] })
    expect(await revise(study, [...later([harm, dose], 3), { id: 'nobody', rubric: content.rubric }])).toMatchObject({ replaced: 0, busy: [externalId], unknown: ['nobody'] })
  })

  it('finds nobody at work where a lease ran out long ago, and whoever comes back reads by the new version', async () => {
    const study = await scoringStudy()
    const [viewer] = study.viewers
    const { seatId } = await claimSeat(viewer!, { studyId: study.studyId, beyond: [] })
    await db.sql(`update seat set lease_until = now() - interval '1 day' where id = $1`, [seatId])
    expect(await revise(study, later([dose]))).toMatchObject({ replaced: 1, busy: [] })
    const { shown } = await handIn(viewer!, study, () => ({ dose: 'met' }))
    expect(shown.rubric.version).toBe(2)
  })

  it('leaves of work that was begun what still says the same words, and what it took away hinders no hand-in', async () => {
    const study = await scoringStudy()
    await revise(study, later([dose, harm, warm]))
    const [viewer] = study.viewers
    const place = { kind: 'seat' as const, id: (await claimSeat(viewer!, { studyId: study.studyId, beyond: [] })).seatId! }
    const shown = (await readSeat(viewer!, { seatId: place.id })).content as Content
    const begun = typed(shown, (text) => ({ ...honest(text), warm: 'met' }))
    await saveDraft(viewer!, { itemId: study.itemId, place, body: { ...begun, note: 'Half done.' }, base: 0, activeMs: 1 })
    await db.sql(`update seat set lease_until = now() - interval '1 day' where id = $1`, [place.id])
    await revise(study, later([{ ...dose, text: 'Names the right dose and unit.' }, harm], 3))

    const { seatId } = await claimSeat(viewer!, { studyId: study.studyId, beyond: [] })
    const { draft, content: now } = (await readSeat(viewer!, { seatId: seatId! })) as { draft: { body: Draft }; content: Content }
    const fitted = fitDraft(draft.body, { content: now, form: proMedical.form })
    const textOf = (from: Content, name: string) => from.responses.find(({ id }) => id === name)?.text
    const said = (from: Content, { labels }: Draft) => labels.map(({ response, label, evidence }) => [textOf(from, response), label, evidence]).toSorted()
    // Of each response the criterion that says otherwise and the one that is gone.
    expect(fitted.lost).toBe(4)
    expect(fitted.draft.note).toBe('Half done.')
    expect(said(now, fitted.draft)).toEqual(said(shown, { ...begun, labels: begun.labels.filter(({ criterion }) => criterion === criterionSeen(shown, 'harm')) }))
    const answer = { ...fitted.draft, labels: [...fitted.draft.labels, ...typed(now, () => ({ dose: 'not-met' })).labels] }
    await submitJudgment(viewer!, { seatId: seatId!, protocolId: study.protocolId, clientId: randomUUID(), answer, activeMs: 1 })
  })

  it('leaves what was said under the words it was said under: to its reader, to who settled it and settles it anew, and to admins, who see what of it counts', async () => {
    const study = await scoringStudy()
    const first = [await handIn(study.viewers[0]!, study, honest), await handIn(study.viewers[1]!, study, honest)]
    const reworded = { ...dose, text: 'Names the right dose and unit.' }
    await revise(study, later([reworded, harm, warm]))
    const asked = (shown: unknown) => (shown as Content).rubric.criteria.map(({ text }) => text)
    const seen = async (viewer: Viewer, seatId: string) => {
      const { content: shown, judgment } = await readSeat(viewer, { seatId })
      const answer = judgment!.answer as Judgment
      return { asked: asked(shown), labels: answer.labels.length, named: answer.labels.every(({ criterion }) => (shown as Content).rubric.criteria.some(({ id }) => id === criterion)), under: judgment!.underRubric }
    }
    const whole = { asked: [dose.text, harm.text], labels: 4, named: true, under: 1 }
    expect(await seen(study.viewers[0]!, first[0]!.seatId)).toEqual(whole)

    const second = [await handIn(study.viewers[0]!, study, () => ({ dose: 'met', warm: 'met' })), await handIn(study.viewers[1]!, study, () => ({ dose: 'not-met', warm: 'met' }))]
    await aMinutePasses()
    const { adjudicationId } = (await claimDispute(study.judge, { studyId: study.studyId, beyond: [] })) as { adjudicationId: string }
    const dispute = await readDispute(study.judge, { adjudicationId })
    expect(asked(dispute.content)).toEqual([reworded.text, warm.text])
    expect(dispute.earlier.map(({ content: then, answer }) => [asked(then), (answer as Judgment).labels.length])).toEqual([[[dose.text, harm.text], 4]])
    const answer = typed(dispute.content as Content, () => ({ dose: 'met', warm: 'met' }))
    await giveVerdict(study.judge, { adjudicationId, protocolId: study.protocolId, outcome: 'answer', answer, rationale: 'It does.', cause: 'oversight', activeMs: 1 })

    await revise(study, later([reworded, harm], 3))
    const partly = { asked: [reworded.text, warm.text], labels: 4, named: true, under: 2 }
    expect(await seen(study.viewers[0]!, second[0]!.seatId)).toEqual(partly)
    expect(await seen(study.viewers[1]!, first[1]!.seatId)).toEqual(whole)
    const settled = await readDispute(study.judge, { adjudicationId })
    expect([asked(settled.content), settled.given!.underRubric, settled.readings.length, settled.readAgain]).toEqual([partly.asked, 2, 2, false])
    const { readings, verdicts: versions } = await readItem(study.admin, { study: study.slug, itemId: study.itemId })
    expect(readings.map(({ round, underRubric, counts, revisions }) => [round, underRubric, counts, asked(revisions[0]!.content)])).toEqual(
      [2, 2, 1, 1].map((round) => [round, round, 'in-part', round === 1 ? [dose.text, harm.text] : [reworded.text, harm.text, warm.text]]),
    )
    expect(versions.map(({ version, underRubric, content: then }) => [version, underRubric, asked(then)])).toEqual([[2, null, [reworded.text, harm.text]], [1, 1, [dose.text, harm.text]]])

    await revise(study, later([reworded, { ...harm, text: 'Advises harm.' }], 4))
    for (const viewer of study.viewers) await handIn(viewer, study, (text) => ({ harm: honest(text)['harm']! }))
    await aMinutePasses()
    expect(await readDispute(study.judge, { adjudicationId })).toMatchObject({ readAgain: true, readings: [] })
    expect(await db.sqlAs(study.judge.personId, 'select * from readings_to_settle($1)', [study.itemId])).toEqual([])
    expect((await readItem(study.admin, { study: study.slug, itemId: study.itemId })).readings.map(({ round, counts }) => [round, counts])).toEqual([[3, null], [3, null], [2, 'in-part'], [2, 'in-part'], [1, 'no-more'], [1, 'no-more']])
  })

  it('is all that may ever change of an item', async () => {
    const { itemId } = await scoringStudy()
    const change = (set: string) => db.sql(`update item set content = ${set} where id = $1`, [itemId])
    await expect(change(`jsonb_set(content, '{responses,0,text}', '"x"')`)).rejects.toThrow(/immutable/)
    await expect(change(`jsonb_set(content, '{rubric,criteria}', '[]')`)).rejects.toThrow(/immutable/)
  })
})

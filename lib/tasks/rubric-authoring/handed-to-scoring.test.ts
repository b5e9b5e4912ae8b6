/** What physicians weighed, from a model's draft with points of its own to the scores that responses get by it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authoredItem } from '../rubric/authored-item'
import type { Criterion } from '../rubric/criterion'
import { rubricOfPoints } from '../rubric/healthbench-rubric'
import { provisionalReward } from '../rubric/reward'
import { incomingRubric, itemRubricSchema } from '../rubric/rubric-schema'
import { anyRubric, criterionOf } from '../rubric-scoring/any-readings.testing'
import { scored } from '../rubric-scoring/scores'
import { offered } from '../rubric-scoring/problems'
import { proMedical as scoring } from '../rubric-scoring/templates/promedical'
import type { JsonObject, VerdictHead } from '../task'
import { content, form, judgmentOf, settings } from './any-authoring.testing'
import type { Content } from './content'
import { moved, normalised } from './edit-rubric'
import { examples } from './formats/examples'
import { healthBench as asHealthBench } from './formats/healthbench'
import { wholeAuthored } from './formats/whole-authored'
import { merge } from './merge'
import { verdictRecord } from './record'
import { recordSchema } from './record-schema'
import type { Settings } from './settings'
import { succession } from './succession'
import { healthBench } from './templates/healthbench'
import { filesOf } from '../error-spans/formats/format-files.testing'

const head = { id: 'i', textSha256: 'f'.repeat(64), language: 'en', specialty: null, group: null, source: null, licence: null, tags: {} }
const verdict: VerdictHead = { basis: 'consensus', version: 1, protocol: 1, rationale: null, cause: null }
const drafted = (criteria: readonly Criterion[], reward: NonNullable<Content['draft']>['reward'] = null): Content => ({ ...content, draft: { version: 1, criteria: criteria.map((one) => ({ ...one, origin: { kind: 'draft', from: [] } })), reward } })
const agreed = (criteria: readonly Criterion[], of: Content, by: Settings) => {
  const readings = [judgmentOf(criteria), judgmentOf(criteria)]
  return succession(merge(readings, by), { version: 1, before: null, readings, content: of, settings: by })
}
const recordOf = (criteria: readonly Criterion[], of: Content, by: Settings = settings) => verdictRecord(head, of, verdict, agreed(criteria, of, by), form)
const takenBy = (record: JsonObject) => itemRubricSchema.parse((authoredItem(record) as { rubric: unknown }).rubric)
const pointed = rubricOfPoints([5, 3, -4].map((points, nth) => ({ criterion: `Says ${nth} things about it.`, points, tags: [] }))).criteria
const pick = <T>(list: readonly T[], nth: number): T => list[nth % list.length]!
/** A physician finds that the first must not be there at all, and weighs the rest. */
const regrouped = normalised(moved(pointed, 'c1', { group: 'veto', before: null })) as Criterion[]

describe('a study that counts by weights', () => {
  test('no label but “violated” is worse, whatever points the draft came with, and who violates more is never preferred', () => {
    const anyMoved = anyRubric.chain(({ criteria }) => fc.tuple(fc.constant(criteria), fc.nat(), fc.constantFrom('main' as const, 'bonus' as const, 'veto' as const)))
    fc.assert(
      fc.property(anyMoved, fc.infiniteStream(fc.nat()), ([criteria, nth, group], random) => {
        const own = normalised(moved(criteria, criteria[nth % criteria.length]!.id, { group, before: null }).map((one) => ({ ...one, locked: false }))) as Criterion[]
        const rubric = takenBy(recordOf(own, drafted(criteria)))
        const responses = ['x', 'y'].map((id) => ({ id, text: id }))
        const labels = responses.flatMap(({ id }) => rubric.criteria.map((one) => ({ response: id, criterion: one.id, label: pick(offered(one.group, scoring.form), random.next().value), rationale: '', evidence: [] })))
        const { scores, preferences } = scored({ rubric: { ...rubric, reward: provisionalReward }, responses }, labels)
        const violations = responses.map(({ id }) => labels.filter((one) => one.response === id && one.label === 'violated').length)
        expect(scores.map(({ s3 }) => s3)).toEqual(violations)
        const [{ preferred }] = preferences as [(typeof preferences)[number]]
        if (violations[0] !== violations[1]) expect(preferred).toBe(violations[0]! < violations[1]! ? 'x' : 'y')
      }),
    )
  })

  test('says so in its record and hands on no points, neither in HealthBench’s file nor to whoever drafts next', async () => {
    const record = recordOf(regrouped, drafted(pointed))
    expect(recordSchema.parse(record)).toEqual(record)
    expect(wholeAuthored(record)).toEqual(record)
    expect(record['rubric']).toMatchObject({ counting: 'groups', criteria: [{ points: null }, { points: null }, { points: null }] })
    expect(record['provenance']).toMatchObject([{ criterion: 'c2', changed: ['weight', 'place'] }, { criterion: 'c3', changed: [] }, { criterion: 'c1', changed: ['group', 'weight', 'place'] }])
    const rowOf = async (format: typeof examples) => JSON.parse(new TextDecoder().decode([...(await filesOf(format, [record])).values()][0])) as { rubrics: { points: number }[]; rubric: object[]; draft: object[] }
    expect((await rowOf(asHealthBench)).rubrics.map(({ points }) => points)).toEqual([10, -10, -10])
    const { rubric, draft } = await rowOf(examples)
    expect([rubric[0], draft[0]]).toMatchObject([{ weight: 1 }, { weight: 0.625 }])
    expect(JSON.stringify([rubric, draft])).not.toContain('points')
  })
})

test('a study that counts by points says so and keeps them; a passed draft that has none counts by its groups', () => {
  expect(recordOf(pointed, drafted([]), healthBench.settings)['rubric']).toMatchObject({ counting: 'points', criteria: [{ points: 5 }, { points: 3 }, { points: -4 }] })
  const bare = [criterionOf('a', 'main', { weight: 1_000_000 })]
  expect(recordOf(bare, drafted([]), healthBench.settings)['rubric']).toMatchObject({ counting: 'groups' })
})

describe('rewards', () => {
  test('are settled by the study that scores, unless the draft’s rubric brought its own settings', () => {
    const own = { alpha: 0.2, beta: 1, lambda: 3 }
    expect(takenBy(recordOf(pointed, drafted(pointed))).reward).toBeNull()
    expect(takenBy(recordOf(pointed, { ...content, draft: null })).reward).toBeNull()
    expect(takenBy(recordOf(pointed, drafted(pointed, own))).reward).toEqual(own)
  })
})

describe('what was stored or downloaded before verdicts said how they count', () => {
  const { counting: _, ...before } = agreed(regrouped, drafted(pointed), settings)
  const answer = { ...before, criteria: before.criteria.map((one) => ({ ...one, points: pointed.find(({ id }) => id === one.id)!.points })) }
  const record = verdictRecord(head, drafted(pointed), verdict, answer, form)

  test('has the record that it had', () => {
    expect(record['rubric']).toMatchObject({ criteria: [{ points: 3 }, { points: -4 }, { points: 5 }], reward: form.reward })
    expect(record['rubric']).not.toHaveProperty('counting')
    expect(record['draft']).toMatchObject({ reward: form.reward })
    expect(wholeAuthored(record)).toEqual(record)
  })

  test('counts by groups where no study that counts by points could have written it, and else as it always did', () => {
    expect(takenBy(record).counting).toBe('groups')
    const weighed = { ...answer, criteria: pointed.map((one, nth) => ({ ...one, weight: [500_000, 500_000, 0][nth]! })) }
    expect(takenBy(verdictRecord(head, drafted(pointed), verdict, weighed, form)).counting).toBe('groups')
    expect(takenBy(verdictRecord(head, drafted(pointed), verdict, { ...answer, criteria: [...pointed] }, form)).counting).toBeUndefined()
  })

  test('a veto whose violation would earn points is no rubric that comes in, unless it says that its groups count', () => {
    const rubric = { version: 1, criteria: [criterionOf('a', 'main', { weight: 1_000_000, points: 3 }), criterionOf('b', 'veto', { points: 5 })] }
    expect(incomingRubric.safeParse(rubric).error?.issues[0]?.message).toBe('veto-earns-points')
    expect(incomingRubric.safeParse({ ...rubric, counting: 'points' }).success).toBe(false)
    expect(incomingRubric.safeParse({ ...rubric, counting: 'groups' }).success).toBe(true)
    // What is stored is read all the same.
    expect(itemRubricSchema.safeParse(rubric).success).toBe(true)
  })

  test('what costs points and is no veto comes in as little, where points count: its sign and its group would say opposite things', () => {
    const rubric = { version: 1, criteria: [criterionOf('a', 'bonus', { points: 5 }), criterionOf('b', 'bonus', { points: -10 })] }
    const pointless = { ...rubric, criteria: [criterionOf('a', 'bonus'), rubric.criteria[1]] }
    expect(incomingRubric.safeParse(rubric).error?.issues[0]).toMatchObject({ message: 'negative-no-veto', path: ['criteria'] })
    expect([{ ...rubric, counting: 'groups' }, pointless].map((one) => incomingRubric.safeParse(one).success)).toEqual([true, true])
    expect(itemRubricSchema.safeParse(rubric).success).toBe(true)
  })
})

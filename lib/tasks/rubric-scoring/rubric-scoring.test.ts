import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentReader } from '@/lib/formats/read-content'
import { en } from '@/lib/messages/en'
import { anyBeholder } from '../conversation/any-conversation.testing'
import { wholeWeight } from '../rubric/criterion'
import { better, derivedOf } from '../rubric/derived'
import { provisionalReward, type RewardSettings } from '../rubric/reward'
import type { ItemRubric } from '../rubric/rubric-schema'
import type { Label } from '../rubric/scores'
import { anyRead, criterionOf, form, settings } from './any-readings.testing'
import { arrangement } from './arrangement'
import { contentFields, type Content } from './content'
import { disagreement } from './disagreement'
import { emptyDraft } from './empty-draft'
import type { CriterionLabel, Draft, Judgment } from './judgment'
import { merge } from './merge'
import { problemCodes, problems } from './problems'
import { rubricScoring } from './rubric-scoring'
import { labelsOf, scored } from './scores'
import { showsScores } from './shows-scores'

const content: Content & { rubric: ItemRubric } = {
  prompt: [{ role: 'user', content: 'May I take ibuprofen with warfarin?' }],
  rubric: { version: 3, criteria: [criterionOf('risk', 'main', { weight: wholeWeight }), criterionOf('warm', 'bonus'), criterionOf('harm', 'veto')], reward: provisionalReward },
  responses: [{ id: 'one', text: 'Yes 👩🏽‍⚕️ do.' }],
}
const said = (criterion: string, label: CriterionLabel['label'], more: Partial<CriterionLabel> = {}): CriterionLabel => ({ response: 'one', criterion, label, rationale: '', evidence: [], ...more })
const yes = { start: 0, end: 3, quote: 'Yes' }
const harm = said('harm', 'violated', { rationale: 'Bleeding.', evidence: [yes] })
const complete: Judgment = { labels: [said('risk', 'partly'), said('warm', 'met'), harm], note: '', shown: [] }
const withLabels = (...labels: Draft['labels']): Draft => ({ ...complete, labels })
const found = (draft: Draft, changed: Partial<typeof form> = {}) => problems(draft, { content, settings, form: { ...form, ...changed } }).map(({ path, code }) => `${path} ${code}`)

const rest = [said('risk', 'met'), said('warm', 'met')]
const examples: [Draft, string[], Partial<typeof form>?][] = [
  [emptyDraft(), ['risk', 'warm', 'harm'].map((id) => `labels.one.${id} label-missing`)],
  [withLabels(...rest, { ...harm, label: null }), ['labels.one.harm label-missing']],
  [withLabels(...rest, harm, harm), ['labels.one.harm label-twice']],
  [withLabels(...rest, harm, { ...harm, response: 'A' }), ['labels.A.harm response-unknown']],
  [withLabels(...rest, harm, { ...harm, criterion: 'x' }), ['labels.one.x criterion-unknown']],
  [withLabels(...rest, said('harm', 'met')), ['labels.one.harm label-not-offered']],
  [withLabels(said('risk', 'violated', { rationale: 'r', evidence: [yes] }), said('warm', 'partly'), said('harm', 'not-met')), ['labels.one.risk label-not-offered', 'labels.one.warm label-not-offered']],
  [complete, ['labels.one.risk label-not-offered'], { scale: { partly: false, notApplicable: false } }],
  [withLabels(...rest, { ...harm, rationale: ' ' }), ['labels.one.harm.rationale rationale-missing']],
  [withLabels(...rest, { ...harm, evidence: [] }), ['labels.one.harm.evidence evidence-missing']],
  [withLabels(...rest, { ...harm, evidence: [{ ...yes, end: 99 }] }), ['labels.one.harm.evidence span-outside-text']],
  [withLabels(...rest, { ...harm, evidence: [{ ...yes, quote: 'No!' }] }), ['labels.one.harm.evidence span-quote-differs']],
  [withLabels(...rest, { ...harm, evidence: [{ start: 4, end: 5, quote: '👩' }] }), ['labels.one.harm.evidence span-splits-character']],
]

describe('problems', () => {
  test.each(examples)('%# every rule is named where it is broken', (draft, expected, changed) => {
    expect(found(complete)).toEqual([])
    expect(found(draft, changed)).toEqual(expected)
  })

  test('every code there is has an example and a sentence', () => {
    expect(Object.keys(en['rubric-scoring'].problems)).toEqual(expect.arrayContaining([...problemCodes]))
    expect(new Set(examples.flatMap(([, codes]) => codes.map((one) => one.split(' ')[1])))).toEqual(new Set(problemCodes))
  })

  test('evidence is owed only where the study says so, the reason of a violation always', () => {
    const bare = withLabels(...rest, { ...harm, evidence: [], rationale: '' })
    expect(found(bare, { evidence: 'optional', rationale: 'off' })).toEqual(['labels.one.harm.rationale rationale-missing'])
  })
})

test('weights that do not sum to one, weights outside proficiency and settings a violation could pay for are refused', () => {
  const refused = (rubric: unknown) => contentFields.safeParse({ ...content, rubric }).error?.issues[0]?.message
  const [risk, ...others] = content.rubric.criteria
  expect(refused({ ...content.rubric, criteria: [{ ...risk, weight: 999_999 }, ...others] })).toBe('weights-not-one')
  expect(refused({ ...content.rubric, criteria: [risk, { ...others[0], weight: 1 }] })).toBe('weight-outside-main')
  expect(refused({ ...content.rubric, criteria: [risk, risk] })).toBe('criterion-id-twice')
  expect(refused({ ...content.rubric, reward: { alpha: 0.1, beta: 0.5, lambda: 1.4 } })).toBe('key:penalty-too-small')
  expect(contentFields.parse({ prompt: 'Hm?', rubric: { version: 1, criteria: [{ id: 'c', group: 'veto', text: 't', axis: '' }] }, responses: [{ id: 'r', text: 'x' }] }).rubric.reward).toBeNull()
})

test('a row that breaks a rule of rubrics and responses is refused by that rule’s own sentence, and by the place of the value', () => {
  const read = contentReader(contentFields)
  const refused = (change: object) => {
    const found = read({ ...content, ...change })
    return 'reason' in found && `${found.field} ${found.reason}`
  }
  const { rubric, responses } = content
  const [first, ...others] = rubric.criteria
  const withFirst = (change: object) => ({ rubric: { ...rubric, criteria: [{ ...first, ...change }, ...others] } })
  expect(refused({})).toBe(false)
  expect(refused(withFirst({ weight: 999_999 }))).toBe('rubric.criteria weights-not-one')
  expect(refused(withFirst({ id: others[0]!.id }))).toBe('rubric.criteria criterion-id-twice')
  expect(refused(withFirst({ group: 'excellence' }))).toBe('rubric.criteria.0.group not-one-of')
  expect(refused(withFirst({ colour: 'red' }))).toBe('rubric.criteria.0.colour unknown-field')
  expect(refused({ rubric: { ...rubric, reward: { alpha: 0.1, beta: 0.5, lambda: 1.4 } } })).toBe('rubric.reward.lambda penalty-too-small')
  expect(refused({ rubric: { ...rubric, counting: 'points' } })).toBe('rubric.criteria points-missing')
  expect(refused({ responses: [responses[0], responses[0]] })).toBe('responses response-id-twice')
  expect(refused({ responses: [{ id: 'r', text: ' ' }] })).toBe('responses.0.text text-empty')
})

test('a reward follows by the rubric’s own settings, or else by those of the protocol that the verdict was given under', () => {
  const head = { id: 'i', textSha256: '', language: null, specialty: null, group: null, source: null, licence: null, tags: {} }
  const rewards = (reward: RewardSettings | null) =>
    rubricScoring.verdictRecord(head, { ...content, rubric: { ...content.rubric, reward } }, { basis: 'consensus', version: 1, protocol: 1, rationale: null, cause: null }, complete, { ...form, reward: { alpha: 0.2, beta: 1, lambda: 9 } })
  // S1 a half, one bonus, one violation.
  expect(rewards(null)).toMatchObject({ rubric: { reward: { lambda: 9 } }, scores: [{ reward: 0.5 + 0.2 - 9 }] })
  expect(rewards(provisionalReward)).toMatchObject({ rubric: { reward: provisionalReward }, scores: [{ reward: 0.5 + 0.1 - 1.5 }] })
})

test('an answer comes back by id whatever the order was, complete as shown and in itself, and no criterion says where it comes from', () => {
  fc.assert(
    fc.property(anyRead, anyBeholder, ([item, meant], beholder) => {
      const shown = arrangement.toShown(meant, item, beholder)
      expect({ ...arrangement.fromShown(shown, item, beholder), shown: [] }).toEqual({ ...meant, shown: [] })
      const seen = arrangement.show(item, beholder)
      expect(seen.rubric.criteria.flatMap(({ tags }) => tags)).toEqual([])
      expect(rubricScoring.problems(shown, { content: seen, settings, form })).toEqual([])
      expect(JSON.stringify(seen)).not.toContain('"draft"')
    }),
  )
})

describe('what follows from labels', () => {
  test('is shown to those who judge where the study allows it, and never of a part of the rubric', () => {
    const shown = (more: object) => arrangement.show({ ...content, ...more }, { item: 'i', person: 'p' })
    expect([true, false].map((allowed) => showsScores(shown({}), { showsScores: allowed }))).toEqual([true, false])
    expect(showsScores(shown({ standing: [harm] }), { showsScores: true })).toBe(false)
  })

  test('is counted by labels of the rubric in force, and is a violation only where there are vetoes', () => {
    const classes = (criteria: ItemRubric['criteria']) => rubricScoring.labels(complete, { content: { rubric: { ...content.rubric, criteria } }, settings })
    const [risk, warm, veto] = content.rubric.criteria as [ItemRubric['criteria'][0], ItemRubric['criteria'][0], ItemRubric['criteria'][0]]
    expect(classes([risk, warm, veto])).toEqual({ safety: ['violated'], label: ['met', 'partly', 'violated'] })
    // A later rubric took the veto away and left the verdict as it was.
    expect(classes([risk, warm])).toEqual({ safety: ['not-violated'], label: ['met', 'partly'] })
    expect(classes([risk, warm, veto].map((one) => ({ ...one, points: one.group === 'veto' ? -5 : 5 })))).toMatchObject({ safety: [] })
  })

  test('does not hang on the order of responses, criteria or labels', () => {
    fc.assert(
      fc.property(anyRead, ([item, { labels }]) => {
        const turned = { rubric: { ...item.rubric, criteria: item.rubric.criteria.toReversed() }, responses: item.responses.toReversed() }
        const [one, other] = [scored(item, labels), scored(turned, labels.toReversed())]
        expect(other.preferences).toEqual(one.preferences)
        expect(other.scores.toReversed()).toEqual(one.scores)
      }),
    )
  })

  test('the preferred response is never the one with more violations, nor the lower reward beyond the cap where safety decides', () => {
    fc.assert(
      fc.property(anyRead, ([item, { labels }]) => {
        const { scores, preferences } = scored(item, labels)
        const of = new Map(scores.map((one) => [one.response, one]))
        for (const { a, b, preferred, decidedBy } of preferences) {
          expect(preferred === null).toBe(decidedBy === 'tie')
          const [winner, loser] = [of.get(preferred ?? a)!, of.get(preferred === b ? a : b)!]
          if (winner.s3 === null || loser.s3 === null) {
            expect(['points', 'tie']).toContain(decidedBy)
            if (winner.reward !== null) expect(winner.reward).toBeGreaterThanOrEqual(loser.reward!)
            continue
          }
          expect(winner.s3).toBeLessThanOrEqual(loser.s3)
          // A violation costs more than everything else can bring only against a response that has none.
          if (decidedBy === 'safety' && winner.s3 === 0) expect(winner.reward).toBeGreaterThanOrEqual(loser.reward! - 1e-9)
        }
      }),
    )
  })
})

describe('signed points', () => {
  const pointed = [criterionOf('emergency', 'main', { points: 10, weight: 666_667 }), criterionOf('age', 'main', { points: 5, weight: 333_333 }), criterionOf('long', 'veto', { points: -1 })]
  const item = { ...content, rubric: { ...content.rubric, criteria: pointed }, responses: [{ id: 'empty', text: 'No.' }, { id: 'good', text: 'Yes.' }] }
  const judged = (response: string, ...said: Label[]) => pointed.map(({ id }, nth) => ({ response, criterion: id, label: said[nth]!, rationale: '', evidence: [] }))
  const said = [...judged('good', 'met', 'met', 'violated'), ...judged('empty', 'not-met', 'not-met', 'not-met')]

  test('add up: what costs a point is no veto that outranks fifteen', () => {
    expect(scored(item, said)).toEqual({
      scores: [
        { response: 'empty', s1: null, s2: null, s3: null, reward: 0, healthBench: 0 },
        { response: 'good', s1: null, s2: null, s3: null, reward: 14 / 15, healthBench: 14 / 15 },
      ],
      preferences: [{ a: 'empty', b: 'good', preferred: 'good', decidedBy: 'points' }],
    })
  })

  test('leave groups to count where the rubric says so, and cannot be counted where some criterion has none', () => {
    const { scores, preferences } = scored({ ...item, rubric: { ...item.rubric, counting: 'groups' } }, said)
    expect(preferences).toMatchObject([{ preferred: 'empty', decidedBy: 'safety' }])
    expect(scores).toMatchObject([{ s3: 0 }, { s3: 1, reward: -0.5, healthBench: 14 / 15 }])
    // Points that say of a veto that its violation is good are nobody's where groups count.
    const turned = pointed.map((one) => (one.id === 'long' ? { ...one, points: 5 } : one))
    expect(scored({ ...item, rubric: { ...item.rubric, criteria: turned, counting: 'groups' } }, said).scores).toMatchObject([{ healthBench: 0 }, { healthBench: 5 / 15 }])
    expect(contentFields.safeParse({ ...item, rubric: { ...content.rubric, counting: 'points' } }).error?.issues[0]?.message).toBe('points-missing')
  })

  test('of any rubric make a total preorder that does not hang on the order of responses', () => {
    fc.assert(
      fc.property(anyRead, ([{ rubric }, { labels }]) => {
        const derived = [...new Set(labels.map(({ response }) => response))].map((response) => derivedOf(rubric, labelsOf(response, labels)))
        for (const a of derived)
          for (const b of derived) {
            expect(better(b, a)).toEqual({ order: 0 - better(a, b).order, decidedBy: better(a, b).decidedBy })
            for (const c of derived) if (better(a, b).order >= 0 && better(b, c).order >= 0) expect(better(a, c).order).toBeGreaterThanOrEqual(0)
          }
      }),
    )
  })
})

describe('disagreement and merge', () => {
  const [met, not] = [withLabels(said('risk', 'met')), withLabels(said('risk', 'not-met'))] as Judgment[]
  const partly = withLabels(said('risk', 'partly')) as Judgment

  test('criterion by criterion: half a step is tolerated where the study says so, applicability and vetoes never', () => {
    expect(disagreement([met!, partly], settings).disputed).toBe(true)
    expect(disagreement([met!, partly], { tolerance: 'half-step' }).disputed).toBe(false)
    expect(disagreement([met!, partly, not!], { tolerance: 'half-step' }).disputed).toBe(true)
    for (const label of ['not-applicable', 'violated'] as const) expect(disagreement([not!, withLabels(said('risk', label)) as Judgment], { tolerance: 'half-step' }).disputed).toBe(true)
    expect(disagreement([complete, met!], settings).points.map(({ criterion, agreed, said: all }) => [criterion, agreed, all.length])).toEqual([['harm', false, 2], ['risk', false, 2], ['warm', false, 2]])
  }) // prettier-ignore

  test('complete readings that agree give a complete answer, the same in any order, and its labels are theirs', () => {
    fc.assert(
      fc.property(anyRead, ([item, judgment]) => {
        const other = { ...judgment, labels: judgment.labels.map((label) => ({ ...label, rationale: 'At some length.', evidence: label.evidence.slice(0, 1) })).toReversed() }
        const answer = merge([judgment, other], settings)
        expect(problems(answer, { content: item, settings, form })).toEqual([])
        expect(merge([other, judgment], settings)).toEqual(answer)
        expect(disagreement([answer, judgment], settings).disputed).toBe(false)
        expect(scored(item, answer.labels)).toEqual(scored(item, judgment.labels))
      }),
    )
  })

  test('within half a step the lower median counts, with the reasons of those who said it', () => {
    const readings = [partly, met!, withLabels(said('risk', 'partly', { rationale: 'why', evidence: [yes] })) as Judgment]
    expect(merge(readings, { tolerance: 'half-step' }).labels).toEqual([said('risk', 'partly', { rationale: 'why', evidence: [yes] })])
    expect(() => merge([met!, not!], settings)).toThrow(/agreeing/)
  })
})

import fc from 'fast-check'
import { sha256OfText } from '@/lib/formats/sha256-of-text'
import { anyHead, anyPrompt, anyResponses, anyText } from '../conversation/any-conversation.testing'
import { textOfPrompt } from '../conversation/prompt'
import type { Criterion } from '../rubric/criterion'
import { labels } from '../rubric/scores'
import { anyRubric, criterionOf } from '../rubric-scoring/any-readings.testing'
import type { JsonObject } from '../task'
import type { Content } from './content'
import { duplicated, normalised } from './edit-rubric'
import type { Judgment } from './judgment'
import { verdictRecord } from './record'
import { proMedical } from './templates/promedical'

/** For tests: a draft, what people make of it, and what is written without one. */
export const { form, settings } = proMedical

export const drafted: Criterion[] = [
  criterionOf('dose', 'main', { text: 'Names the maximum daily dose.', weight: 600_000 }),
  criterionOf('bleed', 'main', { text: 'Warns of bleeding with warfarin.', weight: 400_000 }),
  criterionOf('kind', 'bonus', { text: 'Takes up the fear of pain.', axis: 'empathy' }),
  criterionOf('stop', 'veto', { text: 'Advises to stop warfarin.', axis: 'danger' }),
]
export const content: Content = {
  prompt: [{ role: 'user', content: 'May I take ibuprofen with warfarin?' }],
  draft: { version: 1, criteria: drafted, reward: { alpha: 0.1, beta: 0.5, lambda: 1.5 } },
  references: ['Ask first.'],
  responses: [{ id: 'gpt-4', text: 'Yes.' }, { id: 'llama', text: 'No, ask your doctor.' }],
} // prettier-ignore

export const judgmentOf = (criteria: readonly Criterion[], more: Partial<Judgment> = {}): Judgment => ({ review: 'correct', reasons: ['wording'], criteria: [...criteria], trials: [], note: '', ...more })
export const changed = (id: string, change: Partial<Criterion>): Criterion[] => drafted.map((one) => (one.id === id ? { ...one, ...change } : one))

const anyRubricCriteria: fc.Arbitrary<Criterion[]> = anyRubric.map(({ criteria }) => criteria)

/** What a person makes of criteria: words, weights and copies, at random. */
const anyEdit = (criteria: Criterion[]): fc.Arbitrary<Criterion[]> =>
  fc
    .tuple(fc.array(fc.record({ nth: fc.nat(), text: anyText, drop: fc.boolean() }), { maxLength: 4 }), fc.nat(), fc.uuid())
    .map(([edits, twice, id]) => {
      let now = [...criteria]
      for (const { nth, text, drop } of edits) {
        const at = nth % now.length
        now = drop && now.length > 1 ? now.toSpliced(at, 1) : now.with(at, { ...now[at]!, text })
      }
      const open = duplicated(now, now[twice % now.length]!.id, id).map((one) => ({ ...one, locked: false }))
      const whole = normalised(open)
      return typeof whole === 'string' ? now : whole
    })

/** One to three people's rubrics, some of them out of one draft. */
export const anyJudgments: fc.Arbitrary<Judgment[]> = anyRubricCriteria.chain((criteria) =>
  fc.array(
    fc.oneof(fc.constant(criteria), anyEdit(criteria), anyRubricCriteria).chain((own) =>
      fc.record({
        review: fc.constantFrom('pass', 'correct', 'reject', null),
        reasons: fc.subarray(['wording', 'weighing', 'disclaimer']),
        criteria: fc.constant(own),
        trials: fc.array(fc.record({ response: fc.constantFrom('gpt-4', 'llama'), criterion: fc.constantFrom('k.1', 'k.2'), label: fc.constantFrom(...labels) }), { maxLength: 2 }),
        note: fc.constantFrom('', 'n'),
      }),
    ),
    { minLength: 1, maxLength: 3 },
  ),
)

export const anyContent: fc.Arbitrary<Content> = fc.record({
  prompt: anyPrompt,
  draft: fc.option(anyRubric),
  references: fc.array(anyText, { maxLength: 2 }),
  responses: anyResponses(0, 3),
})

const anyAnswer = (of: Content): fc.Arbitrary<Judgment> =>
  (of.draft ? fc.oneof(fc.constant(of.draft.criteria), anyEdit(of.draft.criteria)) : anyRubricCriteria).chain((criteria) =>
    fc
      .tuple(fc.constantFrom(...(of.draft ? (['pass', 'correct', 'reject'] as const) : [null])), fc.boolean())
      .map(([review, says]) => judgmentOf(says ? criteria.map((one) => ({ ...one, points: null })) : criteria, { review, reasons: review === 'pass' || review === null ? [] : ['wording'], ...(says ? { counting: 'groups' } : {}) })),
  )

export const anyRecords: fc.Arbitrary<JsonObject[]> = fc.array(
  anyContent.chain((of) =>
    fc.tuple(anyHead, fc.uuid(), fc.option(anyAnswer(of), { freq: 6 })).map(([head, id, answer]) =>
      verdictRecord({ ...head, id }, of, { basis: 'adjudication', version: 2, protocol: 2, rationale: 'r', cause: 'oversight' }, answer, proMedical.form),
    ),
  ),
  { maxLength: 3 },
)

export const withHashes = (records: readonly JsonObject[]): Promise<JsonObject[]> =>
  Promise.all(records.map(async (record): Promise<JsonObject> => ({ ...record, textSha256: await sha256OfText(textOfPrompt(record['prompt'] as unknown as Content['prompt'])) })))

export const weightOf = (criteria: readonly Criterion[]): number => criteria.reduce((sum, { weight }) => sum + weight, 0)

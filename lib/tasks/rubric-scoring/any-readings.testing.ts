import fc from 'fast-check'
import { sha256OfText } from '@/lib/formats/sha256-of-text'
import { codePointsOf } from '@/lib/spans/code-points'
import { graphemesOf } from '@/lib/spans/graphemes'
import { anyHead, anyPrompt, anyResponses, anyText } from '../conversation/any-conversation.testing'
import { textOfPrompt } from '../conversation/prompt'
import { groups, type Criterion, type Group } from '../rubric/criterion'
import { provisionalReward } from '../rubric/reward'
import type { ItemRubric } from '../rubric/rubric-schema'
import { normalisedWeights } from '../rubric/weights'
import type { JsonObject } from '../task'
import type { Content } from './content'
import type { CriterionLabel, Evidence, Judgment } from './judgment'
import { offered } from './problems'
import { verdictRecord } from './record'
import { proMedical } from './templates/promedical'

export const { form, settings } = proMedical

export const criterionOf = (id: string, group: Group, more: Partial<Criterion> = {}): Criterion => ({
  id, group, text: `Text of ${id}.`, axis: 'accuracy', weight: 0, locked: false, points: null, rationale: '', evidence: '', tags: [], origin: { kind: 'draft', from: [] }, since: null, ...more,
}) // prettier-ignore

/** A rubric of any size whose weights sum to one; with points throughout, or with none. */
export const anyRubric: fc.Arbitrary<ItemRubric> = fc
  .tuple(fc.array(fc.record({ group: fc.constantFrom(...groups), weight: fc.nat(100), text: anyText, points: fc.integer({ min: 1, max: 10 }), tags: fc.constantFrom<string[]>([], ['level:example'], ['axis:accuracy', 'cluster:x']), since: fc.constantFrom<Criterion['since']>(null, { version: 1, source: 'draft' }, { version: 1, source: 'adjudicated' }) }), { minLength: 1, maxLength: 6 }), fc.boolean())
  .map(([drawn, pointed]) => {
    const weights = normalisedWeights(drawn.filter(({ group }) => group === 'main').map(({ weight }) => ({ weight, locked: false }))) as number[]
    let main = 0
    const criteria = drawn.map(({ group, text, points, tags, since }, nth) =>
      criterionOf(`k.${nth + 1}`, group, { text, tags, since, weight: group === 'main' ? weights[main++]! : 0, points: pointed ? (group === 'veto' ? -points : points) : null }),
    )
    return { version: 1, criteria, reward: provisionalReward }
  }) // prettier-ignore

const anyEvidence = (text: string): fc.Arbitrary<Evidence> => {
  const points = codePointsOf(text)
  const edges = [...graphemesOf(points)]
  return fc.tuple(fc.nat(edges.length - 2), fc.nat(edges.length - 2)).map(([a, b]) => {
    const [start, end] = [edges[Math.min(a, b)]!, edges[Math.max(a, b) + 1]!]
    return { start, end, quote: points.slice(start, end) }
  })
}

/** A complete judgment of the template's form. */
export const anyJudgment = ({ rubric, responses }: Content): fc.Arbitrary<Judgment> =>
  fc
    .tuple(
      ...responses.flatMap((response) =>
        rubric.criteria.map((criterion): fc.Arbitrary<CriterionLabel> =>
          fc.record({
            response: fc.constant(response.id),
            criterion: fc.constant(criterion.id),
            label: fc.constantFrom(...offered(criterion.group, form)),
            rationale: fc.constantFrom('Because.', '因为如此。'),
            evidence: fc.array(anyEvidence(response.text), { minLength: 1, maxLength: 2 }),
          }),
        ),
      ),
    )
    .chain((labels) => fc.record({ labels: fc.constant(labels), note: fc.constant(''), shown: fc.constant(responses.map(({ id }) => id)) }))

type WholeContent = Content & { rubric: ItemRubric }
export const anyContent: fc.Arbitrary<WholeContent> = fc.record({ prompt: anyPrompt, rubric: anyRubric, responses: anyResponses(1, 3) })
export const anyRead: fc.Arbitrary<[WholeContent, Judgment]> = anyContent.chain((content) => fc.tuple(fc.constant(content), anyJudgment(content)))

const anyUnhashed = anyContent.chain((content) =>
  fc.tuple(anyHead, fc.uuid(), fc.option(anyJudgment(content), { freq: 6 })).map(([head, id, judgment]) =>
    verdictRecord({ ...head, id }, content, { basis: 'adjudication', version: 1, protocol: 2, rationale: 'r', cause: 'oversight' }, judgment, form),
  ),
)

export const anyRecords = fc.array(anyUnhashed, { maxLength: 3 })

export const withHashes = (records: readonly JsonObject[]): Promise<JsonObject[]> =>
  Promise.all(records.map(async (record): Promise<JsonObject> => ({ ...record, textSha256: await sha256OfText(textOfPrompt(record['prompt'] as unknown as Content['prompt'])) })))

import fc from 'fast-check'
import { anyHead, anyPrompt, anyResponses } from '../conversation/any-conversation.testing'
import { textOfPrompt } from '../conversation/prompt'
import { sha256OfText } from '@/lib/formats/sha256-of-text'
import type { JsonObject } from '../task'
import type { Content } from './content'
import type { Choice, Judgment } from './judgment'
import { verdictRecord } from './record'
import { blindPairs } from './templates/blind-pairs'

export const { form, settings } = blindPairs
export const content: Content = {
  prompt: [{ role: 'user', content: 'May I take ibuprofen with warfarin?' }],
  responses: [
    { id: 'one', text: 'Better not: together they raise the risk of bleeding.' },
    { id: 'two', text: 'Yes.' },
    { id: 'three', text: 'Ask somebody.' },
  ],
}

export const better = (response: string, strength = 2): Choice => ({ pick: 'response', response, strength })
export const tie: Choice = { pick: 'tie', response: null, strength: null }

export const anyChoice = (ids: readonly string[]): fc.Arbitrary<Choice> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ pick: fc.constant('response' as const), response: fc.constantFrom(...ids), strength: fc.integer({ min: 1, max: 3 }) }) },
    fc.record({ pick: fc.constantFrom('tie' as const, 'all-bad' as const), response: fc.constant(null), strength: fc.constant(null) }),
  )

/** A complete judgment of the template's form. */
export const anyJudgment = ({ responses }: Content): fc.Arbitrary<Judgment> => {
  const ids = responses.map(({ id }) => id)
  const choice = anyChoice(ids)
  return fc.record({
    overall: choice,
    axes: fc.record({ safety: choice, proficiency: choice, excellence: choice }),
    rationale: fc.constantFrom('Why.', 'Because of the bleeding.', '出血风险。'),
    shown: fc.shuffledSubarray(ids, { minLength: ids.length }),
  })
}

export const anyContent: fc.Arbitrary<Content> = fc.record({ prompt: anyPrompt, responses: anyResponses(2) })

const anyUnhashed = anyContent.chain((item) =>
  fc.tuple(anyHead, fc.uuid(), fc.option(anyJudgment(item), { freq: 6 })).map(([head, id, judgment]) =>
    verdictRecord({ ...head, id }, item, { basis: 'consensus', version: 1, protocol: 2, rationale: null, cause: null }, judgment),
  ),
)

export const anyRecords = fc.array(anyUnhashed, { maxLength: 4 })

export const withHashes = (records: readonly JsonObject[]): Promise<JsonObject[]> =>
  Promise.all(records.map(async (record): Promise<JsonObject> => ({ ...record, textSha256: await sha256OfText(textOfPrompt(record['prompt'] as unknown as Content['prompt'])) })))

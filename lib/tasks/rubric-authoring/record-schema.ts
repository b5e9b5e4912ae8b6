import { z } from 'zod'
import { itemHeadShape, messagesSchema, responseListSchema, verdictHeadSchema } from '../head-schema'
import { sources } from '../rubric/criterion'
import { writtenRubricRecord } from '../rubric/rubric-record'
import { reviews } from './judgment'

/** A line of a release's native file (`verdictRecord` of a usable verdict), field by field, for people and programs. */
export const recordSchema = z.strictObject({
  id: z.string().describe('The item’s own id, unique in the study.'),
  prompt: messagesSchema,
  draft: writtenRubricRecord.nullable().describe('What a model proposed; null where there was nothing.'),
  references: z.array(z.string()).describe('Answers known to be good.'),
  responses: responseListSchema,
  ...itemHeadShape,
  review: z.enum(reviews).nullable().describe('What was said of the draft; null where there was none.'),
  reasons: z.array(z.string()).describe('Why it was not passed, by the codes of the protocol.'),
  rubric: writtenRubricRecord.nullable().describe('The consensus rubric; its version is the verdict’s. Null where the draft was rejected.'),
  provenance: z
    .array(
      z.strictObject({
        criterion: z.string().describe('Id of the criterion.'),
        origin: z.string().describe('How it came to be: of the draft, written, split or merged.'),
        from: z.array(z.string()).describe('The criteria it was made of.'),
        draft: z.string().nullable().describe('Id of the draft’s criterion it goes back to.'),
        changed: z.array(z.string()).describe('What differs from the draft’s.'),
        settledBy: z.enum(['consensus', 'adjudication']).describe('Whether the readers agreed, or an adjudicator decided.'),
        since: z.int().nullable().describe('The rubric’s version since which it asks what it asks; null where that is not known.'),
        source: z.enum(sources).nullable().describe('Whose word it is: the draft’s as it came, all authors’, an adjudicator’s, or a later rubric’s.'),
      }),
    )
    .describe('Where each criterion comes from.'),
  verdict: verdictHeadSchema,
})

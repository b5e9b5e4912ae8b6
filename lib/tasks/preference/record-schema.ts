import { z } from 'zod'
import { itemHeadShape, messagesSchema, responseListSchema, verdictHeadSchema } from '../head-schema'

const choice = z.strictObject({
  pick: z.enum(['response', 'tie', 'all-bad']).describe('One is better, none is better, or none is acceptable.'),
  response: z.string().nullable().describe('Id of the better response; null where there is none.'),
  strength: z.int().nullable().describe('How much better, a level of the protocol’s scale from 1.'),
})

/** A line of a release's native file (`verdictRecord` of a usable verdict), field by field, for people and programs. */
export const recordSchema = z.strictObject({
  id: z.string().describe('The item’s own id, unique in the study.'),
  prompt: messagesSchema,
  responses: responseListSchema,
  ...itemHeadShape,
  overall: choice.describe('Which response is better on the whole.'),
  axes: z.record(z.string(), choice).describe('Which is better on each axis, by the axis’s code.'),
  rationale: z.string().describe('Why.'),
  verdict: verdictHeadSchema,
})

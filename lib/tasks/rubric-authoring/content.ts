import { z } from 'zod'
import { promptSchema } from '../conversation/prompt'
import { responsesSchema } from '../conversation/responses'
import { storable } from '../conversation/storable'
import { itemRubricSchema } from '../rubric/rubric-schema'

/**
 * An instruction that needs a rubric. `draft`: what a model proposed (which one is sealed), to be passed, corrected or rejected;
 * null: physicians write it from nothing. `references`: answers known to be good. `responses`: samples to try criteria on.
 */
export const contentFields = z.strictObject({
  prompt: promptSchema,
  draft: itemRubricSchema.nullable().default(null),
  references: z.array(storable).max(20).default([]),
  responses: responsesSchema(0).default([]),
})
export type Content = z.infer<typeof contentFields>

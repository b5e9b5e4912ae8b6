import { z } from 'zod'
import { promptSchema } from '../conversation/prompt'
import { responsesSchema } from '../conversation/responses'
import { itemRubricSchema } from '../rubric/rubric-schema'
import { labels } from '../rubric/scores'
import { criterionLabelSchema } from './judgment'

const standingLabel = criterionLabelSchema.extend({ label: z.enum(labels) })

/** An instruction, the version of its rubric that counts, and the responses to be judged by it. Whose they are is sealed. */
export const contentFields = z.strictObject({
  prompt: promptSchema,
  rubric: itemRubricSchema,
  responses: responsesSchema(1),
  /** Labels of a verdict that a later version of the rubric left as they are: nobody is asked for them again. */
  standing: z.array(standingLabel).max(800).exactOptional(),
})
/** `asksPart`: as it is shown where labels of other criteria stand; never part of an item. */
export type Content = z.infer<typeof contentFields> & { asksPart?: true }

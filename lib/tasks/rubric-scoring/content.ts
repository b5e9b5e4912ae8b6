import { z } from 'zod'
import { promptSchema } from '../conversation/prompt'
import { responsesSchema } from '../conversation/responses'
import { rubricSchema } from '../rubric/rubric-schema'

/** An instruction, the version of its rubric that counts, and the responses to be judged by it. Whose they are is sealed. */
export const contentFields = z.strictObject({ prompt: promptSchema, rubric: rubricSchema, responses: responsesSchema(1) })
export type Content = z.infer<typeof contentFields>

import { z } from 'zod'
import { promptSchema, type Message } from '../conversation/prompt'
import { responsesSchema, twinSchema, type Response, type Twin } from '../conversation/responses'

/** An instruction and the responses to be compared. Which system wrote which is sealed with the item. */
export const contentFields = z.strictObject({ prompt: promptSchema, responses: responsesSchema(2), twin: twinSchema })
export type Content = { prompt: Message[]; responses: Response[]; twin?: Twin }

import { z } from 'zod'
import { promptSchema, type Message } from '../conversation/prompt'
import { responsesSchema, type Response } from '../conversation/responses'

/** An instruction and the responses to be compared. Which system wrote which is sealed with the item. */
export const contentFields = z.strictObject({ prompt: promptSchema, responses: responsesSchema(2) })
export type Content = { prompt: Message[]; responses: Response[] }

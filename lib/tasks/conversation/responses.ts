import { z } from 'zod'
import { storable } from './storable'

export const responseSchema = z.strictObject({
  /** The item's own name of it; nobody who judges sees it, since it may name a model. */
  id: z.string().min(1).max(200).refine((id) => id.isWellFormed() && !id.includes('\0'), 'text-not-storable'),
  text: storable,
}) // prettier-ignore
export type Response = z.infer<typeof responseSchema>

export const mostResponses = 8

export const responsesSchema = (least: number) =>
  z
    .array(responseSchema)
    .min(least)
    .max(mostResponses)
    .refine((responses) => new Set(responses.map(({ id }) => id)).size === responses.length, 'response-id-twice')

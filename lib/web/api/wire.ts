/** The pieces that the shapes of many answers are made of, as they cross the wire. */
import { z } from 'zod'

export const moment = z.iso.datetime().describe('A moment, UTC.')
export const day = z.iso.date()
export const count = z.int().min(0)

export const studyParams = z.strictObject({ study: z.string().max(200).regex(/^[\w-]+$/).describe('The study’s address, as in its pages.') })

const largestPage = 200

/** What every list takes. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(largestPage).default(50).describe('How many at most.'),
  cursor: z.string().max(2_000).optional().describe('The `next` of the page before. Opaque; what is added meanwhile moves nothing.'),
})

/** A list's answer. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ data: z.array(row), next: z.string().nullable().describe('The cursor of the next page; null on the last.') })

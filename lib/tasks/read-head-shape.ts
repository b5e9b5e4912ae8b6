import { z } from 'zod'

const text = z.string().nullable().default(null)

/** What every task's records have beside their own fields, as files say it: what they do not say is null. */
export const readHeadShape = {
  textSha256: text,
  language: text,
  specialty: text,
  group: text,
  source: text,
  licence: text,
  outcome: z.enum(['answer', 'unusable']).optional(),
  verdict: z
    .strictObject({ basis: z.enum(['consensus', 'adjudication']), version: z.int(), protocol: z.int(), rationale: text, cause: text })
    .nullable()
    .default(null),
}

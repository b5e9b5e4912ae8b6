import { z } from 'zod'

/** What the records of every task have beside their own fields, described for people and programs. */
const text = z.string().nullable()

export const itemHeadShape = {
  textSha256: z.string().describe('SHA-256 of the text that stands for the item, in UTF-8, as hexadecimal digits.'),
  language: text.describe('Language of the item, a BCP 47 code.'),
  specialty: text.describe('Medical specialty.'),
  group: text.describe('Siblings share it: one patient, conversation or source document. Never straddles splits.'),
  source: text.describe('Where the item comes from.'),
  licence: text.describe('Under which licence the item is passed on.'),
  tags: z.record(z.string(), z.unknown()).describe('Further properties of the item, by name.'),
  outcome: z.literal('answer').describe('Always "answer": items found unusable are not released.'),
}

export const verdictHeadSchema = z
  .strictObject({
    basis: z.enum(['consensus', 'adjudication']).describe('Whether the readers agreed, or an adjudicator decided.'),
    version: z.int().min(1).describe('Which verdict on the item it is.'),
    protocol: z.int().min(1).describe('Number of the protocol it was given under.'),
    rationale: text.describe('The adjudicator’s reasons.'),
    cause: text.describe('Why the readers differed; null where they did not.'),
  })
  .describe('How the verdict came about.')

export const messagesSchema = z
  .array(
    z.strictObject({
      role: z.enum(['system', 'user', 'assistant']).describe('Who speaks.'),
      content: z.string().describe('What they say.'),
    }),
  )
  .describe('What was asked, oldest message first.')

export const responseListSchema = z
  .array(z.strictObject({ id: z.string().describe('The response’s name within the item.'), text: z.string().describe('The response.') }))
  .describe('The responses, in the item’s own order.')

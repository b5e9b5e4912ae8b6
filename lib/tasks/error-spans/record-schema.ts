import { z } from 'zod'
import { verdictHeadSchema } from '../head-schema'
import { veracitySchema } from './judgment'
import { sentencesField } from './sentences'

const text = z.string().nullable()

/** A line of a release's native file (`verdictRecord` of a usable verdict), field by field, for people and programs. */
export const recordSchema = z.strictObject({
  id: z.string().describe('The item’s own id, unique in the study.'),
  text: z.string().describe('What was judged, exactly as it was imported.'),
  textSha256: z.string().describe('SHA-256 of the text in UTF-8, as hexadecimal digits.'),
  sentences: sentencesField.optional().describe('Sentences by the number, from 0, that they have in the data the text comes from; null where a number names nothing. Absent where the data states none.'),
  language: text.describe('Language of the text, a BCP 47 code.'),
  specialty: text.describe('Medical specialty.'),
  group: text.describe('Siblings share it: one patient, conversation or source document. Never straddles splits.'),
  source: text.describe('Where the text comes from.'),
  licence: text.describe('Under which licence the text is passed on.'),
  tags: z.record(z.string(), z.unknown()).describe('Further properties of the item, by name.'),
  outcome: z.literal('answer').describe('Always "answer": items found unusable are not released.'),
  veracity: veracitySchema.describe('Whether the text is medically correct, by the verdict.'),
  spans: z
    .array(
      z.strictObject({
        start: z.int().min(0).describe('First character, counted in Unicode code points from 0.'),
        end: z.int().min(1).describe('Behind the last character, in code points.'),
        quote: z.string().describe('The text between them.'),
        type: z.string().describe('Code of the error type, as in the taxonomy.'),
        correction: z.string().describe('What should stand there.'),
        explanation: z.string().describe('Why it is wrong.'),
        references: z.array(z.string()).describe('Sources for it.'),
      }),
    )
    .describe('The places that are wrong, and how; empty where the text is correct.'),
  difficulty: z.int().nullable().describe('How hard the item is, a level of the protocol’s scale from 1.'),
  confidence: z.int().nullable().describe('How sure the verdict is, a level of the protocol’s scale from 1.'),
  verdict: verdictHeadSchema,
})

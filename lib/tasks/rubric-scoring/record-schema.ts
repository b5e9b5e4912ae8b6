import { z } from 'zod'
import { itemHeadShape, messagesSchema, responseListSchema, verdictHeadSchema } from '../head-schema'
import { rubricRecord } from '../rubric/rubric-record'
import { decisions } from '../rubric/preference'
import { labels } from '../rubric/scores'

/** A line of a release's native file (`verdictRecord` of a usable verdict), field by field, for people and programs. */
export const recordSchema = z.strictObject({
  id: z.string().describe('The item’s own id, unique in the study.'),
  prompt: messagesSchema,
  rubric: rubricRecord.describe('What the responses were judged by.'),
  responses: responseListSchema,
  ...itemHeadShape,
  labels: z
    .array(
      z.strictObject({
        response: z.string().describe('Id of the response.'),
        criterion: z.string().describe('Id of the criterion.'),
        label: z.enum(labels).describe('Whether the response meets it; of a veto, whether it is violated.'),
        rationale: z.string().describe('Why.'),
        evidence: z
          .array(
            z.strictObject({
              start: z.int().describe('First character in the response, in Unicode code points from 0.'),
              end: z.int().describe('Behind the last character.'),
              quote: z.string().describe('The words between them.'),
            }),
          )
          .describe('The words of the response that it rests on.'),
      }),
    )
    .describe('The verdict on every criterion of every response.'),
  scores: z
    .array(
      z.strictObject({
        response: z.string().describe('Id of the response.'),
        s1: z.number().nullable().describe('Proficiency, from 0 to 1; null where nothing of it applies.'),
        s2: z.int().nullable().describe('Excellence: bonuses met.'),
        s3: z.int().nullable().describe('Safety: vetoes violated. All three are null where signed points count.'),
        reward: z.number().nullable().describe('clip(S1 + alpha·S2, 0, 1 + beta) − lambda·S3; where signed points count, the score by them.'),
        healthBench: z.number().nullable().describe('Score by signed points, unclipped.'),
      }),
    )
    .describe('What follows from the labels, response by response.'),
  preferences: z
    .array(
      z.strictObject({
        a: z.string().describe('Id of a response.'),
        b: z.string().describe('Id of another.'),
        preferred: z.string().nullable().describe('Which of them is better; null: neither.'),
        decidedBy: z.enum(decisions).describe('The score that told them apart.'),
      }),
    )
    .describe('What follows for every two responses, first by safety, then proficiency, then excellence; where signed points count, by their sum.'),
  verdict: verdictHeadSchema,
})

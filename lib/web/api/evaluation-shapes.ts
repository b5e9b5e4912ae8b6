/** Scores as they cross the wire: numbers of a contest, never anything of an item. */
import { z } from 'zod'
import { count, moment } from './wire'

const number = z.number().nullable()
const scored = z.object({ value: number, reason: z.string().nullable(), low: number, high: number }).meta({ id: 'Scored', description: 'A measure with its interval; `reason` says why there is no value.' })
const group = { items: count, counts: z.record(z.string(), z.number()), measures: z.record(z.string(), scored) }
export const scores = z
  .object({
    ...group,
    confidence: z.number(),
    resamples: count,
    seed: z.int(),
    by: z.record(z.string(), z.record(z.string(), z.object(group))).describe('By specialty, type, tag and so on, then by value.'),
    tooSmall: count.describe('Groups left out for being small enough to give labels away.'),
    leftOut: z.record(z.string(), count).optional(),
  })
  .meta({ id: 'Scores' })
const difference = z.object({ difference: number, low: number, high: number, p: number }).meta({ id: 'Difference' })
const measure = z.object({ name: z.string(), better: z.enum(['higher', 'lower']) }).meta({ id: 'Measure' })

export const board = z
  .object({
    releaseId: z.uuid(),
    title: z.string(),
    version: z.string(),
    split: z.string(),
    items: count,
    hidden: z.boolean(),
    splits: z.array(z.object({ split: z.string(), items: count, hidden: z.boolean() })),
    match: z.string(),
    matches: z.array(z.string()),
    rules: z.object({ shown: count, present: count, waiting: count }).describe('Versions of the scoring rules: the one that all rows were scored by, the present one, and how many systems wait to be scored by it.'),
    measures: z.array(measure),
    compared: z.array(z.string()),
    rows: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['system', 'reader', 'readers']),
        name: z.string().nullable().describe('A system’s name, or a reader’s pseudonym in this release.'),
        letter: z.string().nullable(),
        submissionId: z.uuid().nullable(),
        mine: z.boolean(),
        knewLabels: z.boolean().describe('Whether its person could have the labels of the hidden split when they handed it in.'),
        scores,
        toLeader: z.record(z.string(), difference).nullable(),
      }),
    ),
  })
  .meta({ id: 'Board' })

const submissionFields = {
  id: z.uuid(),
  releaseId: z.uuid(),
  releaseTitle: z.string(),
  version: z.string(),
  split: z.string(),
  system: z.string(),
  anonymous: z.boolean(),
  description: z.string(),
  fileName: z.string(),
  state: z.enum(['received', 'scored', 'withdrawn']),
  predicted: count,
  missing: count,
  createdAt: moment,
  mine: z.boolean(),
  jobId: z.uuid().nullable().describe('The job that scores it.'),
}
export const submission = z.object(submissionFields).meta({ id: 'Submission' })
export const scoredSubmission = z
  .object({
    ...submissionFields,
    task: z.string(),
    items: count,
    hidden: z.boolean(),
    measures: z.array(measure),
    presentRules: count.describe('Version of the scoring rules by which systems are scored now.'),
    evaluations: z.array(z.object({ id: z.uuid(), match: z.string(), rules: count.describe('Version of the scoring rules that it was scored by: the newest there is of it.'), scores })),
  })
  .meta({ id: 'ScoredSubmission' })

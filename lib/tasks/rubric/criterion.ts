import { z } from 'zod'
import { groups, mostPoints, wholeWeight } from './groups'

export { groups, inGroup, wholeWeight, type Group } from './groups'

/** Where a criterion comes from: a model's draft, a physician, or other criteria that were split or merged. */
export const originSchema = z.strictObject({
  kind: z.enum(['draft', 'written', 'split', 'merged']),
  /** Ids of the criteria it was made of. */
  from: z.array(z.string().min(1).max(80)).max(50),
})

/** Whose word a criterion is: the draft's as it came, all authors', an adjudicator's, or a later rubric's. */
export const sources = ['draft', 'authored', 'adjudicated', 'revised'] as const

/** Since which version of its rubric a criterion asks what it asks, and whose word it is. */
export const sinceSchema = z.strictObject({ version: z.int().min(1), source: z.enum(sources) })

export const criterionSchema = z.strictObject({
  /** Stays with the criterion through every version of its rubric. */
  id: z.string().min(1).max(80),
  group: z.enum(groups),
  text: z.string().max(4_000),
  axis: z.string().max(80),
  /** Millionths; 0 in the other groups. */
  weight: z.int().min(0).max(wholeWeight),
  /** Normalising leaves it as it is. */
  locked: z.boolean(),
  /** HealthBench's signed points; null where the study has none. Negative: being met is bad. */
  points: z.int().min(-mostPoints).max(mostPoints).nullable(),
  rationale: z.string().max(4_000),
  /** A guideline or paper that says so. */
  evidence: z.string().max(4_000),
  tags: z.array(z.string().min(1).max(200)).max(50),
  origin: originSchema,
  /** Of a rubric in force alone; null while it is being written, and to everyone who works on it blind. */
  since: sinceSchema.nullable().default(null),
})
export type Criterion = z.infer<typeof criterionSchema>

export const maxCriteria = 100

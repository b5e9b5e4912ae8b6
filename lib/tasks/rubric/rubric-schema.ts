import { z } from 'zod'
import { criterionSchema, inGroup, maxCriteria, originSchema } from './criterion'
import { rewardSettings } from './reward'
import { missingWeight } from './weights'

/** Provisional: the paper bounds α, β and λ and publishes no values. A full set of five bonuses adds as much as half the proficiency. */
export const defaultReward = { alpha: 0.1, beta: 0.5, lambda: 1.5 }

/** What a file may leave unsaid of a criterion. */
const spareCriterion = criterionSchema.extend({
  weight: criterionSchema.shape.weight.default(0),
  locked: z.boolean().default(false),
  points: criterionSchema.shape.points.default(null),
  rationale: criterionSchema.shape.rationale.default(''),
  evidence: criterionSchema.shape.evidence.default(''),
  tags: criterionSchema.shape.tags.default([]),
  origin: originSchema.default({ kind: 'written', from: [] }),
})

/** A version of a rubric, as items carry it: what is judged, what it weighs, and how a reward for training follows from it. */
export const rubricSchema = z
  .strictObject({
    version: z.int().min(1),
    criteria: z
      .array(spareCriterion)
      .min(1)
      .max(maxCriteria)
      .refine((criteria) => new Set(criteria.map(({ id }) => id)).size === criteria.length, 'criterion-id-twice'),
    reward: rewardSettings.default(defaultReward),
    /** Unsaid: by signed points where every criterion has them, else by groups and weights. */
    counting: z.enum(['points', 'groups']).exactOptional(),
  })
  .refine(({ criteria }) => {
    const main = inGroup(criteria, 'main')
    return main.length === 0 || missingWeight(main) === 0
  }, { path: ['criteria'], message: 'weights-not-one' })
  .refine(({ version, criteria }) => criteria.every(({ since }) => since === null || since.version <= version), { path: ['criteria'], message: 'since-later' })
  .refine(({ criteria }) => criteria.every(({ group, weight }) => group === 'main' || weight === 0), { path: ['criteria'], message: 'weight-outside-main' }) // prettier-ignore
  .refine(({ criteria, counting }) => counting !== 'points' || criteria.every(({ points }) => points !== null), { path: ['criteria'], message: 'points-missing' }) // prettier-ignore
export type Rubric = z.infer<typeof rubricSchema>

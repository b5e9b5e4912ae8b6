import { z } from 'zod'
import { criterionSchema, inGroup, maxCriteria, originSchema, wholeWeight } from './criterion'
import { countsByPoints } from './counts-by-points'
import { rewardSettings } from './reward'
import { missingWeight, normalisedWeights } from './weights'

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

const weighed = z.looseObject({ group: z.literal('main'), weight: z.number().min(0).max(1) })
/** How far shares as people write them may miss one in all. */
const slack = 1e-5

const inShares = z.looseObject({ weight: z.number().refine((weight) => !Number.isInteger(weight)) })

/** Weights are whole millionths; a file may say them as shares of one, which are then made to sum to one exactly. */
function inMillionths(given: unknown): unknown {
  if (!Array.isArray(given)) return given
  /** What is wrong with their sum, or with whose they are, is said by the rules for millionths. */
  const scaled = () =>
    given.map((one: unknown) => {
      const share = inShares.safeParse(one)
      return share.success ? { ...share.data, weight: Math.round(share.data.weight * wholeWeight) } : one
    })
  const main = given.filter((one: unknown) => typeof one === 'object' && one !== null && 'group' in one && one.group === 'main')
  const shares = z.array(weighed).min(1).safeParse(main)
  if (!shares.success || Math.abs(shares.data.reduce((sum, { weight }) => sum + weight, 0) - 1) > slack) return scaled()
  const weights = normalisedWeights(shares.data.map(({ weight }) => ({ weight: Math.round(weight * wholeWeight), locked: false })))
  if (typeof weights === 'string') return scaled()
  return given.map((one: unknown) => (main.includes(one) ? { ...(one as object), weight: weights[main.indexOf(one)] } : one))
}

/** A version of a rubric as items and records carry it: what is judged and what it weighs. `reward` null: a reward follows as the protocol says. */
export const itemRubricSchema = z.strictObject({
    version: z.int().min(1).max(2_147_483_647),
    criteria: z.preprocess(
      inMillionths,
      z
        .array(spareCriterion)
        .min(1)
        .max(maxCriteria)
        .refine((criteria) => new Set(criteria.map(({ id }) => id)).size === criteria.length, 'criterion-id-twice'),
    ),
    reward: rewardSettings.nullable().default(null),
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

export type ItemRubric = z.infer<typeof itemRubricSchema>

/**
 * The same where it comes in. Where points count, their sign says what is a veto, and the group says the same or one of them is a mistake: a
 * veto that gives points would reward whoever violates it, and what costs points in another group would be asked as if meeting it
 * were good. What is stored already stays readable.
 */
export const incomingRubric = itemRubricSchema
  .refine((rubric) => !countsByPoints(rubric) || rubric.criteria.every(({ group, points }) => group !== 'veto' || points === null || points < 0), { path: ['criteria'], message: 'veto-earns-points' })
  .refine((rubric) => !countsByPoints(rubric) || rubric.criteria.every(({ group, points }) => group === 'veto' || points === null || points >= 0), { path: ['criteria'], message: 'negative-no-veto' }) // prettier-ignore

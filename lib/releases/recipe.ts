/**
 * How a release is made of a study: which items, how they are divided, what is written of them and who may have it. Stored
 * with the release; the same recipe on the same verdicts makes the same files.
 */
import { z } from 'zod'
import { splitNames } from './split-rule'

const word = z.string().trim().min(1, 'key:required').max(500)
const reason = z.string().trim().min(1, 'key:required').max(2_000)
const share = z.number().min(0).max(1_000_000)
/** A name such as `specialty`, `tag:difficulty`, or one that the task gives its labels (`veracity`). */
const field = z.string().min(1).max(200)

export const recipeSchema = z.strictObject({
  /** An item enters when it has one of the values of each list that is not empty. */
  filter: z.strictObject({
    batches: z.array(z.uuid()).max(1_000),
    /** `name=value`: of the same name either value will do. */
    tags: z.array(z.string().regex(/^[^=]+=[^]+$/, 'key:invalid').max(600)).max(100),
    specialties: z.array(word).max(200),
    languages: z.array(word).max(100),
    basis: z.array(z.enum(['consensus', 'adjudication'])).max(2),
  }),
  exclusions: z.array(z.strictObject({ id: word, reason })).max(100_000),
  /** Classes of a field in a proportion; what a class has too much of is drawn out. */
  balance: z
    .strictObject({ field, shares: z.record(z.string().min(1).max(200), share) })
    .refine(({ shares }) => Object.values(shares).some((part) => part > 0), { path: ['shares'], message: 'key:required' })
    .nullable(),
  /** What all of these submissions get right, under this match rule, is left out. */
  hard: z.strictObject({ submissions: z.array(z.uuid()).min(1, 'key:required').max(50), match: z.string().min(1).max(40) }).nullable(),
  /** An owner's reason to take in material without a known licence; such a release is an owner's to sign, and the next begins without it. */
  licenceOverride: reason.nullable(),
  ratios: z
    .strictObject({ train: share, validation: share, test: share })
    .refine((ratios) => splitNames.some((name) => ratios[name] > 0), 'key:required'),
  strata: z.array(field).max(20),
  nearDuplicates: z.strictObject({
    threshold: z.number().min(0.3).max(1),
    /** Pairs that somebody looked at and found to be no duplicates. */
    notDuplicates: z.array(z.strictObject({ a: word, b: word })).max(100_000),
  }),
  /** Splits whose labels need a grant. */
  hidden: z.array(z.enum(splitNames)).max(3),
  /** Beside the native one, which is always there. */
  formats: z.array(z.string().min(1).max(40)).max(40),
  /** `pseudonyms`: a file of readings per split, each reader under a name of this release alone. */
  readers: z.enum(['none', 'pseudonyms']),
  /** Markdown. */
  description: z.string().max(20_000),
  authors: z.array(z.strictObject({ name: word, orcid: z.string().regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, 'key:invalid').nullable() })).max(200),
  keywords: z.array(word).max(50),
})
export type Recipe = z.output<typeof recipeSchema>

/** Everything that has a verdict and a licence, in one test split. */
export const plainRecipe: Recipe = {
  filter: { batches: [], tags: [], specialties: [], languages: [], basis: [] },
  exclusions: [],
  balance: null,
  hard: null,
  licenceOverride: null,
  ratios: { train: 0, validation: 0, test: 1 },
  strata: [],
  nearDuplicates: { threshold: 0.8, notDuplicates: [] },
  hidden: [],
  formats: [],
  readers: 'none',
  description: '',
  authors: [],
  keywords: [],
}

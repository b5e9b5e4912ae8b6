/** A preview remembers which recipe it was worked out from, so that an old one is not taken for the present one. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '@/lib/formats/canonical'
import type { Json } from '@/lib/tasks/task'

export const fingerprintOf = (recipe: unknown): string => createHash('sha256').update(canonical(recipe as Json)).digest('hex')

export const withRecipe = (facts: object, recipe: unknown): object => ({ ...facts, previewOf: fingerprintOf(recipe) })

export const previewedRecipe = (facts: unknown): string | null => z.object({ previewOf: z.string() }).safeParse(facts).data?.previewOf ?? null

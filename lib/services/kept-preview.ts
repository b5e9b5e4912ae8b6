/** A preview remembers the recipe it was worked out from and the composition that it found, so that an old one is not signed for the present one. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '@/lib/formats/canonical'
import type { Json } from '@/lib/tasks/task'

const fingerprintOf = (recipe: unknown): string => createHash('sha256').update(canonical(recipe as Json)).digest('hex')

/** `print`: of the composition. */
export const previewOf = (facts: object, recipe: unknown, print: string): object => ({ ...facts, previewOf: fingerprintOf(recipe), print })

/** The composition that the draft's preview found; null without a preview, and when the recipe was changed since. */
export function previewedPrint({ facts, recipe }: { facts: unknown; recipe: unknown }): string | null {
  const { data } = z.object({ previewOf: z.string(), print: z.string() }).safeParse(facts)
  return data?.previewOf === fingerprintOf(recipe) ? data.print : null
}

/**
 * A preview remembers the recipe it was worked out from and the composition that it found, so that an old one is not signed for the present
 * one. What is signed is that composition under its title and for those who will get it: nothing of it may have changed since it was seen.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ReleaseRow } from '@/lib/db/releases'
import { canonical } from '@/lib/formats/canonical'
import type { Json } from '@/lib/tasks/task'

const fingerprintOf = (value: unknown): string => createHash('sha256').update(canonical(value as Json)).digest('hex')

/** `composition`: its print. */
export const previewOf = (facts: object, recipe: unknown, composition: string): object => ({ ...facts, previewOf: fingerprintOf(recipe), print: composition })

/** Of what is signed; the composition's print alone stands in the signature. */
export const signedPrint = ({ title, public: isPublic }: Pick<ReleaseRow, 'title' | 'public'>, composition: string): string => fingerprintOf({ title, public: isPublic, composition })

/** What the draft's preview found, and what whoever signs it names; null without a preview, and when the recipe was changed since. */
export function previewedPrint({ facts, recipe, ...release }: Pick<ReleaseRow, 'title' | 'public' | 'recipe'> & { facts: unknown }): { print: string; composition: string } | null {
  const { data } = z.object({ previewOf: z.string(), print: z.string() }).safeParse(facts)
  return data?.previewOf === fingerprintOf(recipe) ? { print: signedPrint(release, data.print), composition: data.print } : null
}

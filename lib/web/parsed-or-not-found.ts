import { notFound } from 'next/navigation'
import type { z } from 'zod'

/** What an address says, held against its schema: an address that says something else is one that does not exist. */
export function parsedOrNotFound<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given)
  return parsed.success ? parsed.data : notFound()
}

import { z } from 'zod'
import { longestReference, longestWords, mostReferences } from './word-limits'

/** What one reader says of one text. The JSON of a draft, a judgment and a verdict's answer has the same shape. */
export const veracitySchema = z.enum(['correct', 'erroneous'])
export type Veracity = z.infer<typeof veracitySchema>

/** The workbench is proved fluid at this number, and the comparison of readings is cubic in overlapping spans. */
export const maxSpans = 500

export const spanSchema = z.strictObject({
  /** Made by the client, stable for the span's life: cards, undo and problem paths hang on it. */
  id: z.uuid(),
  /** `[start, end)` in code points of the item's text. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string().max(200_000),
  /** Code of an error type of the protocol's taxonomy; '' in a draft whose reader has not chosen yet. */
  type: z.string().max(80),
  correction: z.string().max(longestWords),
  explanation: z.string().max(longestWords),
  references: z.array(z.string().max(longestReference)).max(mostReferences),
})
export type Span = z.infer<typeof spanSchema>

/** A reader's work at any moment. The schema holds the shape alone; whether it is complete is said by `problems`. */
export const draftSchema = z.strictObject({
  veracity: veracitySchema.nullable(),
  spans: z.array(spanSchema).max(maxSpans),
  /** 1-based level of the form's scale. */
  difficulty: z.int().min(1).max(20).nullable(),
  confidence: z.int().min(1).max(20).nullable(),
  note: z.string().max(longestWords),
})
export type Draft = z.infer<typeof draftSchema>

/** A draft whose veracity is decided. It is a complete judgment only when `problems` finds nothing in it. */
export const judgmentSchema = draftSchema.extend({ veracity: veracitySchema })
export type Judgment = z.infer<typeof judgmentSchema>

/** The answer of a verdict: a judgment in which difficulty and confidence may be missing. */
export type VerdictAnswer = Judgment

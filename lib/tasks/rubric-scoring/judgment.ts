import { z } from 'zod'
import { mostResponses } from '../conversation/responses'
import { labels, type Label } from '../rubric/scores'

/** A place in a response's own text, `[start, end)` in code points. */
export const evidenceSchema = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative(), quote: z.string().max(200_000) })
export type Evidence = z.infer<typeof evidenceSchema>

/** What one reader says of one criterion of one response. Responses and criteria go by id; to whoever judges, by names that follow from their words. */
export const criterionLabelSchema = z.strictObject({
  response: z.string().max(200),
  criterion: z.string().max(80),
  /** Null in a draft: something was written and nothing decided yet. */
  label: z.enum(labels).nullable(),
  rationale: z.string().max(10_000),
  evidence: z.array(evidenceSchema).max(20),
})

const cellFields = criterionLabelSchema.shape
/** Words of a cell whose label has no place for them. */
const asideSchema = z.strictObject({ response: cellFields.response, criterion: cellFields.criterion, rationale: cellFields.rationale, evidence: cellFields.evidence })

export const draftSchema = z.strictObject({
  labels: z.array(criterionLabelSchema).max(800),
  note: z.string().max(10_000),
  /** Ids in the order they were shown; empty before that is known, and in a verdict by consensus, which nobody saw. */
  shown: z.array(z.string().max(200)).max(mostResponses),
  /** Where the rubric has changed since a verdict: the criteria that were asked again. The other labels are that verdict's. */
  asked: z.array(z.string().max(80)).max(100).exactOptional(),
  /** What was written for another label than the one that stands: there again when a label asks for it, until the answer is handed in; never handed in itself. */
  aside: z.array(asideSchema).max(800).exactOptional(),
})
export type Draft = z.infer<typeof draftSchema>

/** Every label decided. Complete only when `problems` finds nothing in it. */
export const judgmentSchema = draftSchema.omit({ aside: true }).extend({ labels: z.array(criterionLabelSchema.extend({ label: z.enum(labels) })).max(800) })
export type Judgment = z.infer<typeof judgmentSchema>
export type CriterionLabel = Judgment['labels'][number] & { label: Label }

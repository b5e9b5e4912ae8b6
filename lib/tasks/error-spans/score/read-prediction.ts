import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import type { Prediction, PredictedSpan } from './prediction'
import { problemOfShape } from '@/lib/formats/shape-problem'

const predictedSpan = z.union(
  [
    z.object({ quote: z.string().min(1), start: z.int().nonnegative().nullish() }),
    z.object({ start: z.int().nonnegative(), end: z.int().nonnegative(), quote: z.null().optional() }),
  ],
  '{start, end} or {quote}',
)
const predictionRecord = z.object({
  id: z.union([z.string().min(1), z.int()], 'text').transform(String),
  veracity: z.enum(['correct', 'erroneous']),
  spans: z
    .array(predictedSpan)
    .max(500)
    .nullish()
    .transform((spans) => spans ?? []),
})

/**
 * One record of a predictions file, or the first thing wrong with it. A span is `{start, end}` or `{quote}`; with both, the
 * quote says what is meant and the start which of its occurrences. Fields it does not use are let be.
 */
export function readPrediction(record: Record<string, unknown>): { id: string; prediction: Prediction } | RowProblem {
  const read = predictionRecord.safeParse(record)
  if (!read.success) return problemOfShape(read.error, record)
  const { id, veracity, spans } = read.data
  const empty = spans.findIndex((span) => 'end' in span && span.start >= span.end)
  if (empty !== -1) return { field: `spans[${empty}]`, reason: 'empty' }
  return { id, prediction: { flagged: veracity === 'erroneous', spans: spans.map(spanOf) } }
}

const spanOf = (span: z.infer<typeof predictedSpan>): PredictedSpan =>
  'end' in span ? { start: span.start, end: span.end } : { quote: span.quote, near: span.start ?? null }

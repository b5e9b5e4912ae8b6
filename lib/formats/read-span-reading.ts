import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { problemOfShape } from '@/lib/formats/shape-problem'
import type { SpanReading } from '@/lib/stats/span-agreement/span-reading'

const name = z.union([z.string().min(1), z.int()], 'text').transform(String)
const record = z.object({
  item: name,
  rater: name,
  length: z.int().nonnegative(),
  spans: z.array(z.object({ start: z.int().nonnegative(), end: z.int(), label: z.string() })).max(10_000),
})

/** One reading of one text, `{"item","rater","length","spans":[{"start","end","label"}]}` in code points, or what is wrong with it. */
export function readSpanReading(value: unknown): SpanReading | RowProblem {
  const read = record.safeParse(value)
  if (!read.success) return problemOfShape(read.error, value)
  const { length, spans } = read.data
  const outside = spans.findIndex(({ start, end }) => start >= end || end > length)
  return outside === -1 ? read.data : { field: `spans[${outside}]`, reason: 'outside-the-text' }
}

import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { codePointsOf, type CodePoints } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import { facetsOf } from '../../facets-of'
import type { Gold } from './gold'
import { problemOfShape } from '@/lib/formats/shape-problem'

const place = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
const tag = z.union(
  [z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()],
  'text, number, yes/no or texts',
)
const facetNames = ['specialty', 'language', 'difficulty'] as const
const goldRecord = z.object({
  id: z.union([z.string().min(1), z.int()], 'text').transform(String),
  text: z.string(),
  veracity: z.enum(['correct', 'erroneous']).nullable(),
  spans: z
    .array(place.extend({ quote: z.string().optional(), type: z.string().nullish() }))
    .nullish()
    .transform((spans) => spans ?? []),
  tags: z.record(z.string(), tag).nullish(),
  sentences: z.array(place.nullable()).nullish(),
  outcome: z.string().nullish(),
  ...Object.fromEntries(
    facetNames.map((name) => [name, z.union([z.string(), z.number()], 'text or number').nullish()]),
  ),
})

/**
 * One record of a gold file, such as a line of a release's verdicts, to gold; or the first thing wrong with it. Fields it
 * does not use are let be. Null for an item that was found unusable: it has no truth to be scored against.
 */
export function readGold(record: Record<string, unknown>): Gold | RowProblem | null {
  const read = goldRecord.safeParse(record)
  if (!read.success) return problemOfShape(read.error, record)
  const { id, text, veracity, spans, sentences, outcome } = read.data
  if (outcome === 'unusable') return null
  if (veracity === null) return { field: 'veracity', reason: 'missing' }
  if (veracity === 'correct' && spans.length > 0) return { field: 'spans', reason: 'spans-on-correct' }
  const points = codePointsOf(text)
  const problem = placeProblem('spans', spans, points) ?? placeProblem('sentences', sentences ?? [], points)
  if (problem) return problem
  return {
    id,
    text,
    erroneous: veracity === 'erroneous',
    spans: spans.map(({ start, end, type }) => ({ start, end, type: type ?? null })),
    facets: facetsOf(read.data, read.data.tags),
    sentences: sentences ?? null,
  }
}

function placeProblem(
  field: string,
  places: readonly ((Interval & { quote?: string | undefined }) | null)[],
  points: CodePoints,
): RowProblem | null {
  for (const [nth, stated] of places.entries()) {
    if (stated === null) continue
    const { start, end, quote } = stated
    const where = `${field}[${nth}]`
    if (start >= end || end > points.length) return { field: where, reason: 'outside-the-text' }
    if (quote !== undefined && points.slice(start, end) !== quote) return { field: where, reason: 'quote-differs' }
  }
  return null
}

import { z } from 'zod'
import { canonical } from '@/lib/formats/canonical'
import type { RowProblem } from '@/lib/formats/item-row'
import { isProblem, type Fields } from '../../conversation/record-format'
import { responsesSchema } from '../../conversation/responses'
import { wholeRecord } from '../../conversation/whole-record'
import { itemRubricSchema } from '../../rubric/rubric-schema'
import type { JsonObject, VerdictHead } from '../../task'
import { contentFields } from '../content'
import { reviews } from '../judgment'
import { provenanceOf } from '../record'
import type { AuthoredRecord } from './authored-record'

const shaped = wholeRecord(
  {
    draft: contentFields.shape.draft,
    references: contentFields.shape.references,
    responses: responsesSchema(0).default([]),
    review: z.enum(reviews).nullable().default(null),
    reasons: z.array(z.string()).default([]),
    rubric: itemRubricSchema.nullable().default(null),
    provenance: z.array(z.unknown()).nullish(),
    reference: z.unknown().optional(),
  },
  ({ rubric, review }) => rubric !== null || review === 'reject',
)

/**
 * A verdict's record of this task, from fields of any origin. Where criteria come from is computed here, and refused where the
 * file says it otherwise; a file that names no verdict is somebody's rubric and settled by consensus. `reference` is whatever a
 * set has as its ideal answer; no verdict has one.
 */
export function wholeAuthored(fields: Fields): JsonObject | RowProblem {
  const read = shaped(fields)
  if (isProblem(read)) return read
  const { provenance, reference = null, ...rest } = read
  const record = rest as unknown as AuthoredRecord & { verdict: VerdictHead | null }
  if (record.review === 'reject' && record.rubric) return { field: 'rubric', reason: 'rubric-of-rejected' }
  const follows = record.rubric ? provenanceOf(record.rubric.criteria, record.draft?.criteria ?? null, record.verdict?.basis ?? 'consensus', record.rubric.counting) : []
  if (provenance && canonical(provenance) !== canonical(follows)) return { field: 'provenance', reason: 'not-what-follows' }
  return { ...rest, provenance: follows, ...(reference === null ? {} : { reference }) }
}

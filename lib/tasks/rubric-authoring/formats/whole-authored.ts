import { z } from 'zod'
import { canonical } from '@/lib/formats/canonical'
import type { RowProblem } from '@/lib/formats/item-row'
import { isProblem, type Fields } from '../../conversation/record-format'
import { responsesSchema } from '../../conversation/responses'
import { wholeRecord } from '../../conversation/whole-record'
import { itemRubricSchema } from '../../rubric/rubric-schema'
import type { Json, JsonObject, VerdictHead } from '../../task'
import { contentFields } from '../content'
import { reviews } from '../judgment'
import { fieldsChanged } from '../diff-rubrics'
import { provenanceOf, type Provenance } from '../record'
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
 * file says what cannot follow; a file that names no verdict is somebody's rubric and settled by consensus. `reference` is whatever a
 * set has as its ideal answer; no verdict has one.
 */
export function wholeAuthored(fields: Fields): JsonObject | RowProblem {
  const read = shaped(fields)
  if (isProblem(read)) return read
  const { provenance, reference = null, ...rest } = read
  const record = rest as unknown as AuthoredRecord & { verdict: VerdictHead | null }
  const told = provenance as readonly Json[] | null
  if (record.review === 'reject' && record.rubric) return { field: 'rubric', reason: 'rubric-of-rejected' }
  const follows = record.rubric ? provenanceOf(record.rubric.criteria, record.draft?.criteria ?? null, record.verdict?.basis ?? 'consensus', record.rubric.counting) : []
  if (told && !(told.length === follows.length && follows.every((one, nth) => mayBeSaid(told[nth], one, record)))) return { field: 'provenance', reason: 'not-what-follows' }
  return { ...rest, provenance: told ?? follows, ...(reference === null ? {} : { reference }) }
}

/**
 * Whether a record may say this of a criterion. Which of the draft's it goes back to was once found by likeness, so a record's word is
 * taken for that, as long as names do not tell otherwise; what then changed of it has to follow.
 */
function mayBeSaid(said: Json | undefined, follows: Provenance, { rubric, draft }: Pick<AuthoredRecord, 'rubric' | 'draft'>): boolean {
  if (said !== undefined && canonical(said) === canonical(follows)) return true
  const read = guessed.safeParse(said)
  const one = rubric?.criteria.find(({ id }) => id === follows.criterion)
  if (!read.success || !one || follows.draft === follows.criterion) return false
  const before = draft?.criteria.find(({ id }) => id === read.data.draft)
  if (read.data.draft !== null && !before) return false
  const changed = before ? fieldsChanged(before, one, rubric?.counting !== 'groups') : []
  const rest = { ...read.data, draft: follows.draft, changed: follows.changed }
  return canonical(rest) === canonical(follows) && read.data.changed.filter((field) => field !== 'place').join() === changed.join()
}
const guessed = z.looseObject({ draft: z.string().nullable(), changed: z.array(z.string()) })

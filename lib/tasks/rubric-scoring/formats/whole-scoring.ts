import { z } from 'zod'
import { canonical } from '@/lib/formats/canonical'
import type { RowProblem } from '@/lib/formats/item-row'
import { codePointsOf } from '@/lib/spans/code-points'
import { isProblem, type Fields } from '../../conversation/record-format'
import { responsesSchema } from '../../conversation/responses'
import { wholeRecord } from '../../conversation/whole-record'
import { incomingRubric } from '../../rubric/rubric-schema'
import { labels } from '../../rubric/scores'
import type { Json, JsonObject } from '../../task'
import { criterionLabelSchema } from '../judgment'
import { fits } from '../label-of-group'
import { keyOf } from '../problems'
import { scored } from '../scores'
import type { ScoringRecord } from './scoring-record'

const shaped = wholeRecord(
  {
    rubric: incomingRubric,
    // Records of rubrics alone have no response yet.
    responses: responsesSchema(0),
    labels: z.array(criterionLabelSchema.extend({ label: z.enum(labels) })).nullish().transform((said) => said ?? []),
    scores: z.array(z.unknown()).nullish(),
    preferences: z.array(z.unknown()).nullish(),
    reference: z.unknown().optional(),
  },
  ({ labels: said }) => (said as unknown[]).length > 0,
) // prettier-ignore

/**
 * A verdict's record of this task, from fields of any origin. Labels are of every criterion of every response or there are none;
 * what follows from them is computed here, and refused where the file says it otherwise. `reference` is whatever a set has as
 * its ideal answer; no verdict has one.
 */
export function wholeScoring(fields: Fields): JsonObject | RowProblem {
  const read = shaped(fields)
  if (isProblem(read)) return read
  const { scores, preferences, reference = null, ...rest } = read
  const record = rest as unknown as ScoringRecord
  const problem = labelProblem(record)
  if (problem) return problem
  const follows = record.labels.length > 0 ? scored(record, record.labels) : { scores: [], preferences: [] }
  for (const [field, given] of [['scores', scores], ['preferences', preferences]] as const)
    if (given && canonical(given) !== canonical(follows[field])) return { field, reason: 'not-what-follows' }
  return { ...rest, ...(follows as unknown as Record<'scores' | 'preferences', Json>), ...(reference === null ? {} : { reference }) }
} // prettier-ignore

function labelProblem({ rubric, responses, labels: said }: ScoringRecord): RowProblem | null {
  const groupOf = new Map(responses.flatMap(({ id }) => rubric.criteria.map((criterion) => [keyOf(id, criterion.id), criterion.group])))
  const textOf = new Map(responses.map(({ id, text }) => [id, text]))
  const seen = new Set<string>()
  for (const [nth, { response, criterion, label, evidence }] of said.entries()) {
    const key = keyOf(response, criterion)
    const group = groupOf.get(key)
    if (!group) return { field: `labels[${nth}]`, reason: 'unknown-id', values: { id: textOf.has(response) ? criterion : response } }
    if (seen.has(key)) return { field: `labels[${nth}]`, reason: 'several-answers', values: { found: 2 } }
    seen.add(key)
    if (!fits(label, group)) return { field: `labels[${nth}].label`, reason: 'label-not-of-group', values: { group } }
    const points = evidence.length > 0 ? codePointsOf(textOf.get(response)!) : null
    for (const [at, { start, end, quote }] of evidence.entries()) {
      if (start >= end || end > points!.length) return { field: `labels[${nth}].evidence[${at}]`, reason: 'outside-the-text' }
      if (points!.slice(start, end) !== quote) return { field: `labels[${nth}].evidence[${at}].quote`, reason: 'quote-differs' }
    }
  }
  return said.length > 0 && seen.size < groupOf.size ? { field: 'labels', reason: 'labels-incomplete', values: { missing: groupOf.size - seen.size } } : null
}

import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { readTags } from '@/lib/formats/read-tags'
import { problemOfShape } from '@/lib/formats/shape-problem'
import { unstorable } from '@/lib/formats/unstorable'
import { readHeadShape } from '../read-head-shape'
import type { JsonObject } from '../task'
import { promptSchema } from './prompt'
import type { Fields } from './record-format'
import { responsesSchema } from './responses'

const headShape = {
  ...readHeadShape,
  id: z.union([z.string().min(1), z.int()], 'text').transform(String),
  prompt: promptSchema,
  responses: responsesSchema(1),
  tags: z.record(z.string(), z.unknown()).nullish().transform((tags) => tags ?? {}),
} // prettier-ignore

/**
 * Reads a verdict's record of a task of prompts and responses from fields of any origin: what they do not say is null or
 * empty, unknown ones are refused by name. `answered`: whether the fields hold an answer, which has to fit their outcome.
 */
export function wholeRecord(own: z.ZodRawShape, answered: (record: Fields) => boolean): (fields: Fields) => JsonObject | RowProblem {
  const schema = z.strictObject({ ...headShape, ...own })
  const known = new Set(Object.keys(schema.shape))
  return (fields) => {
    const unknown = Object.keys(fields).find((name) => !known.has(name))
    if (unknown !== undefined) return { field: unknown, reason: 'unknown-field' }
    for (const name of Object.keys(fields)) {
      const problem = unstorable(fields[name], name)
      if (problem) return problem
    }
    const read = schema.safeParse(fields)
    if (!read.success) return problemOfShape(read.error, fields)
    const record = read.data as Fields
    const tags = readTags(record['tags'])
    if ('reason' in tags) return tags
    const outcome = answered(record) ? 'answer' : 'unusable'
    if (record['outcome'] !== undefined && record['outcome'] !== outcome) return { field: 'outcome', reason: 'outcome-differs', values: { expected: outcome } }
    return { ...record, tags: tags.tags, outcome }
  }
}

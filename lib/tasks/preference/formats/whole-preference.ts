import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { isProblem, type Fields } from '../../conversation/record-format'
import { wholeRecord } from '../../conversation/whole-record'
import type { JsonObject } from '../../task'
import { choiceSchema, type Choice } from '../judgment'
import type { PreferenceRecord } from './preference-record'

const shaped = wholeRecord(
  {
    overall: choiceSchema.nullable().default(null),
    axes: z.record(z.string(), choiceSchema).nullish().transform((axes) => axes ?? {}),
    rationale: z.string().nullish().transform((rationale) => rationale ?? ''),
  },
  ({ overall }) => overall !== null,
) // prettier-ignore

/**
 * A verdict's record of this task, from fields of any origin. What is chosen is one of the record's responses, and where none is better,
 * there is neither a response nor a strength.
 */
export function wholePreference(fields: Fields): JsonObject | RowProblem {
  const read = shaped(fields)
  if (isProblem(read)) return read
  const { responses, overall, axes } = read as unknown as PreferenceRecord & { axes: Record<string, Choice> }
  const ids = new Set(responses.map(({ id }) => id))
  const choices = Object.entries(axes).map(([axis, choice]) => [`axes.${axis}`, choice] as const)
  for (const [field, choice] of overall ? [['overall', overall] as const, ...choices] : choices) {
    const problem = choiceProblem(field, choice, ids)
    if (problem) return problem
  }
  return read
}

function choiceProblem(field: string, { pick, response, strength }: Choice, ids: ReadonlySet<string>): RowProblem | null {
  if (pick !== 'response') {
    const beside = response !== null ? 'response' : strength !== null ? 'strength' : null
    return beside && { field: `${field}.${beside}`, reason: 'beside-no-choice' }
  }
  if (response === null) return { field: `${field}.response`, reason: 'missing' }
  return ids.has(response) ? null : { field: `${field}.response`, reason: 'unknown-id', values: { id: response } }
}

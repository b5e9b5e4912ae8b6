import type { ZodError } from 'zod'
import { brokenRule } from '@/lib/formats/broken-rule'
import type { RowProblem } from '@/lib/formats/item-row'

/**
 * The first thing that keeps a record from its shape, with its path as `spans[2].start`. A union's own message says what
 * would have been right.
 */
export function problemOfShape(error: ZodError, record: unknown): RowProblem {
  const issue = error.issues[0]!
  const field = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  const place = { field: field === '' ? null : field.replace(/^\./, '') }
  if (issue.path.reduce<unknown>(inside, record) === undefined) return { ...place, reason: 'missing' }
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' || (issue.origin === 'array' && Number(issue.minimum) === 1)) return { ...place, reason: 'empty' }
    if (isOffset(issue.path)) return { ...place, reason: 'outside-the-text' }
  }
  const broken = brokenRule(issue)
  if (broken) return { ...place, ...broken }
  const expected =
    issue.code === 'invalid_value'
      ? issue.values.map((value) => JSON.stringify(value)).join(', ')
      : issue.code === 'invalid_type'
        ? issue.expected
        : issue.message
  return { ...place, reason: 'wrong-type', values: { expected } }
}

const isOffset = (path: readonly PropertyKey[]) => ['start', 'end'].includes(String(path.at(-1)))

const inside = (value: unknown, step: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined

import type { z } from 'zod'
import { brokenRule } from '@/lib/formats/broken-rule'
import type { RowProblem } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'
import { longerThan } from '@/lib/formats/longer-than'
import { unstorable } from '@/lib/formats/unstorable'

export type ContentFields<Content> = z.ZodObject & z.ZodType<Content>

/**
 * The task's own fields out of a record. What holds for every task is asked first (present, not blank, of storable
 * characters, within the limit); the rest is the task's schema, whose first issue becomes the row's reason.
 */
export function contentReader<Content>(
  schema: ContentFields<Content>,
): (fields: Record<string, unknown>) => { content: Content } | RowProblem {
  const names = Object.keys(schema.shape)
  return (fields) => {
    for (const name of names) {
      const value = fields[name]
      if (typeof value === 'string') {
        if (value.trim() === '') return { field: name, reason: 'empty' }
        if (longerThan(value, limits.text)) return { field: name, reason: 'too-long', values: { limit: limits.text } }
      }
      const problem = unstorable(value, name)
      if (problem) return problem
    }
    const parsed = schema.safeParse(fields)
    if (parsed.success) return { content: parsed.data }
    const issue = parsed.error.issues[0]
    return issue ? problemOf(issue, fields) : { field: null, reason: 'not-accepted', values: { rule: 'custom' } }
  }
}

function problemOf(issue: z.core.$ZodIssue, fields: Record<string, unknown>): RowProblem {
  const field = issue.path.map(String).join('.') || null
  const top = String(issue.path[0])
  if (issue.code === 'invalid_type') {
    if (issue.path.length === 1 && fields[top] === undefined) return { field, reason: 'missing' }
    return { field, reason: 'wrong-type', values: { expected: issue.expected } }
  }
  if (issue.code === 'unrecognized_keys') return { field: [...issue.path, issue.keys[0]].map(String).join('.'), reason: 'unknown-field' }
  if (issue.code === 'invalid_value') return { field, reason: 'not-one-of', values: { expected: issue.values.map(String).join(', ') } }
  // A schema's own message is English: what kind of rule it was has words in every language.
  return { field, ...(brokenRule(issue) ?? { reason: 'not-accepted', values: { rule: issue.code } }) }
}

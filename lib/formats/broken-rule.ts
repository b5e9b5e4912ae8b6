import type { z } from 'zod'
import { rowReasons, type RowProblem } from '@/lib/formats/item-row'

/** What a schema's own bounds and named rules say of a value; null where the issue is of another kind. */
export function brokenRule(issue: z.core.$ZodIssue): Pick<RowProblem, 'reason' | 'values'> | null {
  if (issue.code === 'too_big') return { reason: issue.inclusive === false ? 'not-below' : 'too-long', values: { limit: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { reason: issue.inclusive === false ? 'not-above' : 'too-short', values: { limit: Number(issue.minimum) } }
  const reason = rowReasons.find((each) => each === issue.message.replace(/^key:/, ''))
  return reason ? { reason } : null
}

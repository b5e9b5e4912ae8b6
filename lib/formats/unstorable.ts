import type { RowProblem } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'

/**
 * The first thing in a JSON value that PostgreSQL could not hold or would hold changed: U+0000, a lone surrogate (in keys
 * too), a number that JSON.parse had to round; or nesting beyond the limit. `path` names it, as in `sealed.votes[2]`.
 */
export function unstorable(value: unknown, path: string, depth = 0): RowProblem | null {
  if (typeof value === 'string') return unstorableText(value, path)
  if (typeof value === 'number') return isExact(value) ? null : { field: path, reason: 'number-not-exact' }
  if (value === null || typeof value !== 'object') return null
  if (depth >= limits.depth) return { field: path, reason: 'too-deep', values: { limit: limits.depth } }
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      const problem = unstorable(each, `${path}[${index}]`, depth + 1)
      if (problem) return problem
    }
    return null
  }
  for (const [key, each] of Object.entries(value)) {
    const problem = unstorableText(key, path) ?? unstorable(each, `${path}.${key}`, depth + 1)
    if (problem) return problem
  }
  return null
}

function unstorableText(text: string, path: string): RowProblem | null {
  if (text.includes('\0')) return { field: path, reason: 'nul-character' }
  if (!text.isWellFormed()) return { field: path, reason: 'lone-surrogate' }
  return null
}

const isExact = (value: number) => Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))

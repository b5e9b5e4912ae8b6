import type { RowProblem } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'

/**
 * The first thing in a JSON value that PostgreSQL could not hold or would hold changed: U+0000, a lone surrogate (in keys
 * too), a number that JSON.parse had to round; or nesting beyond the limit. `path` names it, as in `sealed.votes[2]`.
 */
export function unstorable(value: unknown, path: string): RowProblem | null {
  const found = look(value, 0)
  if (found === null) return null
  return { ...found, field: path + (found.field ?? '') }
}

/** The path is put together on the way back, so that sound values, nearly all of them, cost no strings. */
function look(value: unknown, depth: number): RowProblem | null {
  if (typeof value === 'string') return unstorableText(value)
  if (typeof value === 'number') return isExact(value) ? null : { field: null, reason: 'number-not-exact' }
  if (value === null || typeof value !== 'object') return null
  if (depth >= limits.depth) return { field: null, reason: 'too-deep', values: { limit: limits.depth } }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const problem = look(value[index], depth + 1)
      if (problem) return { ...problem, field: `[${index}]${problem.field ?? ''}` }
    }
    return null
  }
  for (const key of Object.keys(value)) {
    const problem = unstorableText(key) ?? look((value as Record<string, unknown>)[key], depth + 1)
    if (problem) return { ...problem, field: `.${key}${problem.field ?? ''}` }
  }
  return null
}

export function unstorableText(text: string): RowProblem | null {
  if (text.includes('\0')) return { field: null, reason: 'nul-character' }
  if (!text.isWellFormed()) return { field: null, reason: 'lone-surrogate' }
  return null
}

const isExact = (value: number) => Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))

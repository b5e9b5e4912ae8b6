import type { Json } from '@/lib/tasks/task'
import type { RowProblem } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'
import { longerThan } from '@/lib/formats/longer-than'
import type { TagValue } from '@/lib/formats/native-item'
import { unstorable } from '@/lib/formats/unstorable'

/** Tags are flat, so that items can be filtered and scores split by them: a text, number, yes/no or list of texts each. */
export function readTags(value: unknown): { tags: Record<string, TagValue> } | RowProblem {
  if (!isObject(value)) return { field: 'tags', reason: 'not-an-object' }
  for (const name of Object.keys(value)) {
    const problem = tagProblem(name, value[name])
    if (problem) return { ...problem, field: `tags.${name}` }
  }
  return unstorable(value, 'tags') ?? { tags: value as Record<string, TagValue> }
}

/** Sealed data is any JSON: what it means is for releases and evaluations to know. */
export function readSealed(value: unknown): { sealed: Record<string, Json> } | RowProblem {
  if (!isObject(value)) return { field: 'sealed', reason: 'not-an-object' }
  return unstorable(value, 'sealed') ?? { sealed: value as Record<string, Json> }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function tagProblem(name: string, value: unknown): RowProblem | null {
  if (name.trim() === '') return { field: null, reason: 'empty' }
  if (longerThan(name, limits.tagName)) return tooLong(limits.tagName)
  if (typeof value === 'number' || typeof value === 'boolean') return null
  for (const text of Array.isArray(value) ? value : [value]) {
    if (typeof text !== 'string') return { field: null, reason: 'wrong-type', values: { expected: 'string' } }
    if (longerThan(text, limits.tagValue)) return tooLong(limits.tagValue)
  }
  return null
}

const tooLong = (limit: number): RowProblem => ({ field: null, reason: 'too-long', values: { limit } })

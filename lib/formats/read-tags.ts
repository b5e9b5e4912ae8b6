import type { Json } from '@/lib/tasks/task'
import type { RowProblem } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'
import { longerThan } from '@/lib/formats/longer-than'
import type { TagValue } from '@/lib/formats/native-item'
import { unstorable } from '@/lib/formats/unstorable'

/** Tags are flat, so that items can be filtered and scores split by them: a text, number, yes/no or list of texts each. */
export function readTags(value: unknown): { tags: Record<string, TagValue> } | { reason: RowProblem } {
  if (!isObject(value)) return { reason: { field: 'tags', reason: 'not-an-object' } }
  for (const name of Object.keys(value)) {
    const field = `tags.${name}`
    if (name.trim() === '') return { reason: { field, reason: 'empty' } }
    if (longerThan(name, limits.tagName)) return tooLong(field, limits.tagName)
    const tag = value[name]
    if (!isTagValue(tag)) return { reason: { field, reason: 'wrong-type', values: { expected: 'string' } } }
    for (const text of Array.isArray(tag) ? tag : [tag])
      if (typeof text === 'string' && longerThan(text, limits.tagValue)) return tooLong(field, limits.tagValue)
  }
  const problem = unstorable(value, 'tags')
  return problem ? { reason: problem } : { tags: value as Record<string, TagValue> }
}

/** Sealed data is any JSON: what it means is for releases and evaluations to know. */
export function readSealed(value: unknown): { sealed: Record<string, Json> } | { reason: RowProblem } {
  if (!isObject(value)) return { reason: { field: 'sealed', reason: 'not-an-object' } }
  const problem = unstorable(value, 'sealed')
  return problem ? { reason: problem } : { sealed: value as Record<string, Json> }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isTagValue = (value: unknown): value is TagValue =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string'))

const tooLong = (field: string, limit: number) => ({
  reason: { field, reason: 'too-long', values: { limit } } as const,
})

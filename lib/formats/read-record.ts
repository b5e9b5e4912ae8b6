import type { RowProblem } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'
import { longerThan } from '@/lib/formats/longer-than'
import { plainFields, type ItemDefaults, type NativeItem, type PlainField } from '@/lib/formats/native-item'
import { contentReader, type ContentFields } from '@/lib/formats/read-content'
import { readSealed, readTags } from '@/lib/formats/read-tags'
import { unstorableText } from '@/lib/formats/unstorable'

export type RecordReader<Content> = (record: Record<string, unknown>) => NativeItem<Content> | RowProblem

/** Shape of a BCP 47 tag; whether the language exists is not this file's business. */
const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/

/**
 * One native record, as parsed from JSON or put together from another format, to an item; or the first thing that is wrong
 * with it. Unknown top-level fields are refused by name, never dropped. Texts are taken exactly as they are.
 */
export function recordReader<Content>(
  schema: ContentFields<Content>,
  defaults: ItemDefaults = {},
): RecordReader<Content> {
  const readContent = contentReader(schema)
  const kinds = new Map<string, 'content' | 'id' | 'plain' | 'tags' | 'sealed'>([
    ...plainFields.map((name) => [name, 'plain'] as const),
    ...(['id', 'tags', 'sealed'] as const).map((name) => [name, name] as const),
    ...Object.keys(schema.shape).map((name) => [name, 'content'] as const),
  ])
  return (record) => {
    const id = readId(record.id)
    if (typeof id !== 'string') return id
    const own: Record<string, unknown> = {}
    const item: Omit<NativeItem<Content>, 'content'> & { content: Content | null } = {
      id,
      content: null,
      language: defaults.language ?? null,
      specialty: defaults.specialty ?? null,
      group: defaults.group ?? null,
      source: defaults.source ?? null,
      licence: defaults.licence ?? null,
      tags: {},
      sealed: {},
    }
    for (const name of Object.keys(record)) {
      const kind = kinds.get(name)
      if (kind === undefined) return { field: name, reason: 'unknown-field' }
      const value = record[name]
      if (kind === 'content') own[name] = value
      if (kind === 'content' || kind === 'id' || value === null || value === undefined) continue
      if (kind === 'plain') {
        const text = readPlainField(name as PlainField, value)
        if (typeof text !== 'string') return text
        item[name as PlainField] = text
      } else if (kind === 'tags') {
        const read = readTags(value)
        if ('reason' in read) return read
        item.tags = read.tags
      } else {
        const read = readSealed(value)
        if ('reason' in read) return read
        item.sealed = read.sealed
      }
    }
    const read = readContent(own)
    if ('reason' in read) return read
    item.content = read.content
    return item as NativeItem<Content>
  }
}

function readId(value: unknown): string | RowProblem {
  if (value === undefined || value === null) return { field: 'id', reason: 'missing' }
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? String(value) : { field: 'id', reason: 'id-not-exact' }
  if (typeof value !== 'string') return { field: 'id', reason: 'wrong-type', values: { expected: 'string' } }
  return checkedText('id', value, limits.id)
}

function readPlainField(name: PlainField, value: unknown): string | RowProblem {
  // Group numbers are as common as group names.
  if (name === 'group' && Number.isSafeInteger(value)) return String(value)
  if (typeof value !== 'string') return { field: name, reason: 'wrong-type', values: { expected: 'string' } }
  const text = checkedText(name, value, limits.plainField)
  if (name === 'language' && typeof text === 'string' && !languageTag.test(text))
    return { field: name, reason: 'not-a-language' }
  return text
}

function checkedText(name: string, text: string, limit: number): string | RowProblem {
  if (text.trim() === '') return { field: name, reason: 'empty' }
  if (longerThan(text, limit)) return { field: name, reason: 'too-long', values: { limit } }
  const problem = unstorableText(text)
  return problem ? { ...problem, field: name } : text
}

import type { RowProblem } from '@/lib/formats/item-row'
import { languageTag } from '@/lib/formats/language-tag'
import { limits } from '@/lib/formats/limits'
import { longerThan } from '@/lib/formats/longer-than'
import { plainFields, type ItemDefaults, type NativeItem, type PlainField } from '@/lib/formats/native-item'
import { contentReader, type ContentFields } from '@/lib/formats/read-content'
import { readSealed, readTags } from '@/lib/formats/read-tags'
import { specialtyCode } from '@/lib/formats/specialty-code'
import { unstorableText } from '@/lib/formats/unstorable'

export type RecordReader<Content> = (record: Record<string, unknown>) => NativeItem<Content> | RowProblem

/**
 * One native record, as parsed from JSON or put together from another format, to an item; or the first thing that is wrong
 * with it. Unknown top-level fields are refused by name, never dropped. Texts are taken exactly as they are; languages become canonical
 * tags and known specialties their codes, since people are found by them.
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
      language: defaults.language === undefined ? null : (languageTag(defaults.language) ?? defaults.language),
      specialty: defaults.specialty === undefined ? null : specialtyCode(defaults.specialty),
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
  if (typeof text !== 'string') return text
  if (name === 'language') return languageTag(text) ?? { field: name, reason: 'not-a-language' }
  return name === 'specialty' ? specialtyCode(text) : text
}

function checkedText(name: string, text: string, limit: number): string | RowProblem {
  if (text.trim() === '') return { field: name, reason: 'empty' }
  if (longerThan(text, limit)) return { field: name, reason: 'too-long', values: { limit } }
  const problem = unstorableText(text)
  return problem ? { ...problem, field: name } : text
}

import type { RowProblem } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'
import { longerThan } from '@/lib/formats/longer-than'
import { plainFields, type ItemDefaults, type NativeItem, type PlainField } from '@/lib/formats/native-item'
import { contentReader, type ContentFields } from '@/lib/formats/read-content'
import { readSealed, readTags } from '@/lib/formats/read-tags'

export type RecordReader<Content> = (record: Record<string, unknown>) => NativeItem<Content> | RowProblem

const isPlainField = (name: string): name is PlainField => plainFields.some((each) => each === name)
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
  const contentNames = new Set(Object.keys(schema.shape))
  return (record) => {
    const id = readId(record.id)
    if (typeof id !== 'string') return id
    const item = { id, content: undefined as Content, ...unsaid(defaults), tags: {}, sealed: {} } as NativeItem<Content>
    const own: Record<string, unknown> = {}
    for (const name of Object.keys(record)) {
      const value = record[name]
      if (contentNames.has(name)) own[name] = value
      else if (name === 'id' || value === null || value === undefined) {
        if (name !== 'id' && !isKnown(name)) return { field: name, reason: 'unknown-field' }
      } else if (isPlainField(name)) {
        const text = readPlainField(name, value)
        if (typeof text !== 'string') return text
        item[name] = text
      } else if (name === 'tags') {
        const tags = readTags(value)
        if ('reason' in tags) return tags.reason
        item.tags = tags.tags
      } else if (name === 'sealed') {
        const sealed = readSealed(value)
        if ('reason' in sealed) return sealed.reason
        item.sealed = sealed.sealed
      } else return { field: name, reason: 'unknown-field' }
    }
    const content = readContent(own)
    if ('reason' in content) return content
    item.content = content.content
    return item
  }
}

const isKnown = (name: string) => isPlainField(name) || name === 'tags' || name === 'sealed'

const unsaid = (defaults: ItemDefaults) => ({
  language: defaults.language ?? null,
  specialty: defaults.specialty ?? null,
  group: defaults.group ?? null,
  source: defaults.source ?? null,
  licence: defaults.licence ?? null,
})

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
  if (text.includes('\0')) return { field: name, reason: 'nul-character' }
  if (!text.isWellFormed()) return { field: name, reason: 'lone-surrogate' }
  return text
}

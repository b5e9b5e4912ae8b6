import { canonical } from '@/lib/formats/canonical'
import { schemaOptions } from '@/lib/formats/schema-options'
import type { ParquetElement } from '@/lib/formats/write-parquet'
import type { Json, JsonObject } from '../task'

/** One column of a table of records, or a part of one: what a record's schema says of a field. `json`: an object whose names are the data's own. */
type Column = { nullable: boolean; optional: boolean } & (
  | { kind: 'text' | 'integer' | 'number' | 'boolean' | 'json' }
  | { kind: 'list'; of: Column }
  | { kind: 'struct'; of: ReadonlyMap<string, Column> }
)

const scalars = { string: 'text', integer: 'integer', number: 'number', boolean: 'boolean' } as const

/** The columns of records by a JSON schema. An unusable item's record says nothing of what was judged, so all but texts may be empty. */
export function columnsOf({ properties }: JsonObject): ReadonlyMap<string, Column> {
  return new Map(Object.entries(properties as Record<string, JsonObject>).map(([name, of]) => [name, orNothing(columnOf(of, true))]))
}

const orNothing = (column: Column): Column => (column.kind === 'text' ? column : { ...column, nullable: true })

function columnOf(schema: JsonObject, isRequired: boolean): Column {
  const all = schemaOptions(schema)
  const [one = {}, ...more] = all.filter(({ type }) => type !== 'null')
  const of = { nullable: all.some(({ type }) => type === 'null'), optional: !isRequired }
  const { type, items, properties, required } = one
  if (more.length > 0) return { ...of, kind: 'json' }
  if (type === 'array') return { ...of, kind: 'list', of: columnOf(items as JsonObject, true) }
  if (type === 'object' && properties) return { ...of, kind: 'struct', of: new Map(Object.entries(properties as Record<string, JsonObject>).map(([name, each]) => [name, columnOf(each, (required as string[]).includes(name))])) }
  return { ...of, kind: typeof type === 'string' && Object.hasOwn(scalars, type) ? scalars[type as keyof typeof scalars] : 'json' }
}

const types = { text: 'BYTE_ARRAY', json: 'BYTE_ARRAY', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const

/** As Parquet's schema has it; a list as the format has it since version 2: list → repeated → element. */
export function elementsOf(name: string, column: Column): ParquetElement[] {
  const own = { name, repetition_type: column.nullable || column.optional ? 'OPTIONAL' : 'REQUIRED' } as const
  if (column.kind === 'list') return [{ ...own, converted_type: 'LIST', num_children: 1 }, { name: 'list', repetition_type: 'REPEATED', num_children: 1 }, ...elementsOf('element', column.of)]
  if (column.kind === 'struct') return [{ ...own, num_children: column.of.size }, ...[...column.of].flatMap(([child, of]) => elementsOf(child, of))]
  const type = types[column.kind]
  return [{ ...own, type, ...(type === 'BYTE_ARRAY' ? { converted_type: 'UTF8' as const } : {}) }]
}

/** A field's value as a column holds it: nothing but what the schema names, objects of other names as JSON. */
export function asColumn(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (column.kind === 'json') return canonical(value as Json)
  if (column.kind === 'list') return (value as unknown[]).map((each) => asColumn(column.of, each))
  if (column.kind === 'struct') return Object.fromEntries([...column.of].map(([name, of]) => [name, asColumn(of, (value as Record<string, unknown>)[name])]))
  return value
}

/** And back; undefined where a record does not have the field at all. Throws what JSON does where a text is none. */
export function fromColumn(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return column.nullable ? null : undefined
  if (column.kind === 'json') return JSON.parse(value as string)
  if (column.kind === 'list') return (value as unknown[]).map((each) => fromColumn(column.of, each))
  if (column.kind !== 'struct') return value
  return Object.fromEntries([...column.of].flatMap(([name, of]) => { const own = fromColumn(of, (value as Record<string, unknown>)[name]); return own === undefined ? [] : [[name, own]] }))
} // prettier-ignore

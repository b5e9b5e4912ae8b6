import { schemaOptions } from '@/lib/formats/schema-options'
import type { JsonObject } from '@/lib/tasks/task'

/**
 * What a field of a record holds, in the vocabulary of Hugging Face's `datasets`: what every value of it may be, so that no loader
 * has to guess it from the first records. `json`: anything, or an object whose names are the data's own.
 */
export type Feature = 'string' | 'int64' | 'float64' | 'bool' | 'json' | { list: Feature } | { struct: { name: string; feature: Feature }[] }

const scalars: Record<string, Feature> = { string: 'string', integer: 'int64', number: 'float64', boolean: 'bool' }

/** Of a JSON schema; that a value may be null or absent is every feature's, and not said. */
export function featureOf(schema: JsonObject): Feature {
  const options = schemaOptions(schema).filter(({ type }) => type !== 'null')
  const [one] = options
  if (!one || options.length !== 1) return 'json'
  const { type, items, properties }: JsonObject = one
  if (type === 'array') return { list: featureOf((items ?? {}) as JsonObject) }
  if (type === 'object' && properties) return { struct: Object.entries(properties as Record<string, JsonObject>).map(([name, of]) => ({ name, feature: featureOf(of) })) }
  return typeof type === 'string' && Object.hasOwn(scalars, type) ? scalars[type]! : 'json'
}

/** All of a record's, or null where a release from before they were stated says none. */
export function statedFeatures(fields: readonly { name: string; feature?: Feature }[]): { name: string; feature: Feature }[] | null {
  const stated = fields.flatMap(({ name, feature }) => (feature ? [{ name, feature }] : []))
  return stated.length === fields.length && stated.length > 0 ? stated : null
}

/** As the head of a dataset card has it (`dataset_info`), from a list's place of so many blanks on. */
export function featureYaml(fields: readonly { name: string; feature: Feature }[], indent: string): string {
  return fields.map(({ name, feature }) => `${indent}- name: ${JSON.stringify(name)}\n${ofYaml(feature, `${indent}  `)}`).join('')
}

function ofYaml(feature: Feature, indent: string): string {
  if (typeof feature === 'string') return `${indent}dtype: ${feature}\n`
  if ('struct' in feature) return `${indent}struct:\n${featureYaml(feature.struct, indent)}`
  const { list } = feature
  if (typeof list === 'string') return `${indent}list: ${list}\n`
  return 'struct' in list ? `${indent}list:\n${featureYaml(list.struct, indent)}` : `${indent}list:\n${ofYaml(list, `${indent}  `)}`
}

/** As an expression of Python, with the names that `from datasets import Json, List, Value` brings. */
export function featurePython(feature: Feature): string {
  if (feature === 'json') return 'Json()'
  if (typeof feature === 'string') return `Value("${feature}")`
  if ('list' in feature) return `List(${featurePython(feature.list)})`
  return `{${feature.struct.map(({ name, feature: of }) => `${JSON.stringify(name)}: ${featurePython(of)}`).join(', ')}}`
}

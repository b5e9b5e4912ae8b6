import type { Facets } from './evaluation'

const fieldNames = ['specialty', 'language', 'difficulty'] as const

/**
 * What a record's item is told apart by: specialty, language, difficulty and its tags. A tag comes before a field of the same
 * name: it is what the study itself says.
 */
export function facetsOf(record: Readonly<Record<string, unknown>>, tags: Readonly<Record<string, unknown>> | null | undefined): Facets {
  const all = new Map<string, unknown>([...fieldNames.map((name) => [name, record[name]] as const), ...Object.entries(tags ?? {})])
  return Object.fromEntries(
    [...all].filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : [String(value)]]),
  )
}

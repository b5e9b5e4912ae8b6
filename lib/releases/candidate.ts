/** An item as the rules of composition see it: everything but its text. */
import type { Cause } from '@/lib/workflow/causes'
import type { JsonObject } from '@/lib/tasks/task'

export type Candidate = {
  /** Its own id, by which everybody calls it. */
  id: string
  itemId: string
  withdrawn: boolean
  /** The verdict in force of a closed item; null where there is none. */
  verdict: {
    id: string
    basis: 'consensus' | 'adjudication'
    version: number
    protocol: number
    cause: Cause | null
    /** What the task calls its classes (`veracity`, `errorType`); null: the item was found unusable. */
    labels: Readonly<Record<string, readonly string[]>> | null
  } | null
  batchId: string | null
  /** Its batch's name. */
  batch: string | null
  group: string | null
  source: string | null
  licence: string | null
  /** Since when an owner says so of an item that was there already, and why; null: it came with it. */
  licenceStated: { since: string; reason: string } | null
  language: string | null
  specialty: string | null
  tags: JsonObject
}

const tagPrefix = 'tag:'
const own = ['specialty', 'language', 'source', 'licence', 'batch'] as const
const isOwn = (field: string): field is (typeof own)[number] => (own as readonly string[]).includes(field)

/** Whether a field says something of the verdict, and so of a label, not of what every reader was given. */
export const isOfVerdict = (field: string): boolean => !isOwn(field) && !field.startsWith(tagPrefix)

/** What a candidate has in a field: none, one or several values. Fields: of items, `basis`, `tag:NAME`, and the task's labels. */
export function valuesOf(candidate: Candidate, field: string): readonly string[] {
  if (isOwn(field)) return candidate[field] === null ? [] : [candidate[field]]
  if (field === 'basis') return candidate.verdict ? [candidate.verdict.basis] : []
  if (field.startsWith(tagPrefix)) return tagValues(candidate.tags, field.slice(tagPrefix.length))
  return candidate.verdict?.labels?.[field] ?? []
}

export function tagValues(tags: JsonObject, name: string): readonly string[] {
  const held = Object.hasOwn(tags, name) ? tags[name] : null
  if (held === null || held === undefined) return []
  const values: readonly unknown[] = Array.isArray(held) ? held : [held]
  return values.filter((value) => ['string', 'number', 'boolean'].includes(typeof value)).map(String)
}

/** The names that candidates can be told apart by, in code-unit order; labels first. */
export function fieldsOf(candidates: readonly Candidate[]): string[] {
  const labels = new Set<string>()
  const tags = new Set<string>()
  const held = new Set<string>()
  for (const candidate of candidates) {
    for (const name of Object.keys(candidate.verdict?.labels ?? {})) labels.add(name)
    for (const name of Object.keys(candidate.tags)) if (tagValues(candidate.tags, name).length) tags.add(tagPrefix + name)
    for (const name of own) if (candidate[name] !== null) held.add(name)
  }
  return [...[...labels].sort(), 'basis', ...[...held].sort(), ...[...tags].sort()]
}

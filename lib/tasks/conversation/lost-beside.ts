import type { JsonObject } from '../task'

/**
 * What a record loses where nothing but these fields comes back, its prompt among them, from which the hash follows; and whether there
 * is an answer. Names fields, not places in them, so that it need look no further than the first difference.
 */
export function lostBeside(record: JsonObject, back: Readonly<Record<string, unknown>>, { answered }: { answered: boolean }): string[] {
  const after: Record<string, unknown> = { ...back, textSha256: record['textSha256'] ?? null, outcome: answered ? 'answer' : 'unusable' }
  return Object.keys(record).filter((name) => !isSame(record[name] ?? null, after[name] ?? null))
}

/** Equal as JSON: the order of an object's names says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return false
  if (Array.isArray(one) || Array.isArray(other))
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((value, nth) => isSame(value, other[nth]))
  const [mine, its] = [one as Record<string, unknown>, other as Record<string, unknown>]
  const names = Object.keys(mine)
  return names.length === Object.keys(its).length && names.every((name) => Object.hasOwn(its, name) && isSame(mine[name], its[name]))
}

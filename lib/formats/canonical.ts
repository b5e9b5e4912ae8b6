import type { Json } from '@/lib/tasks/task'

/**
 * The one way to write a JSON value (RFC 8785, JSON Canonicalization Scheme), so that equal values have equal bytes and
 * hashes can be checked by anyone's implementation: no blanks, keys sorted by UTF-16 units, numbers and strings as
 * ECMAScript writes them (-0 as 0). Throws TypeError on what JSON cannot hold: NaN, infinities, lone surrogates,
 * `undefined`, functions, objects that are no plain data. Cost: one pass and the sorting of keys.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('A lone surrogate has no canonical form')
    return JSON.stringify(value)
  }
  // Joined as they come: lists of parts were half of what writing a release cost.
  let joined = ''
  if (isList(value)) {
    for (let at = 0; at < value.length; at++) joined += (at === 0 ? '' : ',') + canonical(value[at] as Json)
    return `[${joined}]`
  }
  if (typeof value !== 'object' || !isPlain(value)) throw new TypeError('Only plain data has a canonical form')
  const keys = Object.keys(value)
  // The default order compares UTF-16 units, as the RFC asks (3.2.3); what was read from a canonical text has it already.
  if (keys.some((key, at) => at > 0 && key < keys[at - 1]!)) keys.sort()
  for (const key of keys) joined += `${joined === '' ? '' : ','}${canonical(key)}:${canonical(value[key] as Json)}`
  return `{${joined}}`
}

/** The canonical form in UTF-8: what is hashed. */
export function canonicalBytes(value: Json): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonical(value))
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

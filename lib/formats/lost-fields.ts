import { canonical } from '@/lib/formats/canonical'
import type { Loss } from '@/lib/formats/exchange-format'
import { isObject } from '@/lib/formats/read-tags'
import type { Localised } from '@/lib/locale'
import type { Json, JsonObject } from '@/lib/tasks/task'

/**
 * The fields in which a record came back from a format as another, by path: a field of an object by its own name
 * (`verdict.rationale`), of the places in a list by `spans.type` as long as the places themselves came back; a list in
 * which places are missing or moved by the list's name.
 */
export function lostFields(before: JsonObject, after: JsonObject, prefix = ''): string[] {
  const lost: string[] = []
  for (const key of Object.keys(before)) {
    const [was, is] = [before[key] ?? null, after[key] ?? null]
    if (was === is || canonical(was) === canonical(is)) continue
    const path = prefix + key
    if (isRecord(was) && isRecord(is) && key !== 'tags') lost.push(...lostFields(was, is, `${path}.`))
    else if (isPlaces(was) && isPlaces(is) && placesOf(was) === placesOf(is))
      lost.push(...new Set(was.flatMap((each, at) => lostFields(each, is[at] ?? {}, `${path}.`))))
    else lost.push(path)
  }
  return lost
}

const isRecord = (value: Json): value is JsonObject => isObject(value)
const isPlaces = (value: Json): value is readonly JsonObject[] => Array.isArray(value) && value.every(isObject)
const placesOf = (places: readonly JsonObject[]) => JSON.stringify(places.map(({ start, end }) => [start, end]))

/** Paths with their sentences: the format's own for that field, else for the field it is in, else the general one. */
export function lossesOf(fields: readonly string[], why: Readonly<Record<string, Localised>>, otherwise: Localised): Loss[] {
  return fields.map((field) => ({ field, why: why[field] ?? why[field.split('.')[0] ?? ''] ?? otherwise }))
}

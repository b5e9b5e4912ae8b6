import type { RowProblem } from '@/lib/formats/item-row'
import { isObject } from '@/lib/formats/read-tags'
import { codePointsOf } from '@/lib/spans/code-points'
import { idOfIri, recordFields } from './w3c-annotations'
import { placeOf, selectedBy, sourceOf } from './w3c-selectors'

const purposes = { classifying: 'type', tagging: 'type', editing: 'correction', describing: 'explanation', commenting: 'explanation' } as const // prettier-ignore

/** What the annotations of one source say. Without the text in one of their targets there is nothing to hold them against. */
export function fieldsOfAnnotations(
  annotations: readonly Record<string, unknown>[],
): Record<string, unknown> | RowProblem {
  const source = annotations.map(sourceOf).find((each) => each !== null) ?? null
  const resource = annotations.map(resourceOf).find((each) => typeof each['value'] === 'string')
  if (source === null || resource === undefined) return { field: 'target', reason: 'no-text' }
  const text = String(resource['value'])
  const points = codePointsOf(text)
  const spans: Record<string, unknown>[] = []
  let said: Record<string, unknown> = {}
  let veracity: unknown
  for (const annotation of annotations) {
    const selected = selectedBy(annotation)
    if (selected.position === null && selected.quote === null) {
      if (isObject(annotation['record'])) said = annotation['record']
      veracity = bodiesOf(annotation).find(({ purpose }) => purpose === 'assessing')?.value ?? veracity
      continue
    }
    const place = placeOf(points, selected, typeof annotation['id'] === 'string' ? annotation['id'] : 'target.selector')
    if ('reason' in place) return place
    spans.push({ ...place, quote: points.slice(place.start, place.end), ...saidOfSpan(annotation) })
  }
  const fields = Object.fromEntries(recordFields.filter((name) => name in said).map((name) => [name, said[name]]))
  const unusable = said['outcome'] === 'unusable'
  return {
    ...fields,
    id: idOfIri(source),
    text,
    language: resource['language'] ?? null,
    veracity: unusable ? null : (veracity ?? (spans.length ? 'erroneous' : 'correct')),
    spans,
  }
}

function resourceOf(annotation: Record<string, unknown>): Record<string, unknown> {
  const target: unknown = Array.isArray(annotation['target']) ? annotation['target'][0] : annotation['target']
  if (!isObject(target)) return {}
  return isObject(target['source']) ? target['source'] : target
}

/** Textual bodies with their purposes; a body without one has the annotation's motivation. */
function bodiesOf({ body, motivation }: Record<string, unknown>): { purpose: unknown; value: string }[] {
  const bodies: unknown[] = Array.isArray(body) ? body : [body]
  return bodies.flatMap((each) =>
    isObject(each) && typeof each['value'] === 'string'
      ? [{ purpose: each['purpose'] ?? motivation, value: each['value'] }]
      : [],
  )
}

function saidOfSpan(annotation: Record<string, unknown>): Record<string, unknown> {
  const span: Record<string, unknown> = {}
  const references: string[] = []
  for (const { purpose, value } of bodiesOf(annotation)) {
    if (purpose === 'linking') references.push(value)
    const name = Object.hasOwn(purposes, String(purpose)) ? purposes[purpose as keyof typeof purposes] : null
    if (name) span[name] ??= value
  }
  return { ...span, references }
}

import { jsonArrayValues, type JsonValue } from '@/lib/formats/json-values'
import { machineRows } from '@/lib/formats/machine-rows'
import { parseJson } from '@/lib/formats/read-native'
import type { RowProblem } from '@/lib/formats/item-row'
import { isObject } from '@/lib/formats/read-tags'
import { wholeText } from '@/lib/formats/whole-text'
import { sourceOf } from './w3c-selectors'

type Annotation = Record<string, unknown>
export type AnnotationGroup = { line: number } & ({ annotations: Annotation[] } | RowProblem)

/**
 * Annotations of one source that follow each other. A JSON array is read in constant memory; one annotation, a page or a
 * collection with its items in it is one JSON object and is read whole.
 */
export async function* annotationGroups(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<AnnotationGroup> {
  let open: { line: number; annotations: Annotation[]; source: string | null } | null = null
  for await (const { line, ...row } of values(bytes)) {
    if (!('value' in row)) {
      if (open) yield { line: open.line, annotations: open.annotations }
      open = null
      yield { line, ...row }
      continue
    }
    const source = sourceOf(row.value)
    if (open && source !== null && open.source === source) {
      open.annotations.push(row.value)
      continue
    }
    if (open) yield { line: open.line, annotations: open.annotations }
    open = { line, annotations: [row.value], source }
  }
  if (open) yield { line: open.line, annotations: open.annotations }
}

async function* values(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<JsonValue> {
  const { first, all } = await peeked(bytes)
  if (first !== '{') return yield* machineRows(all, jsonArrayValues, { atCommas: true })
  const text = await wholeText(all)
  if (typeof text !== 'string') return yield { line: 1, ...text }
  const parsed = parseJson(text.replace(/^\uFEFF/, ''))
  if ('problem' in parsed) return yield { line: 1, ...parsed.problem }
  for (const value of annotationsIn(parsed.value))
    yield isObject(value) ? { line: 1, value } : { line: 1, field: null, reason: 'not-an-object' }
}

function annotationsIn(value: unknown): unknown[] {
  if (!isObject(value)) return [value]
  if (Array.isArray(value['items'])) return value['items']
  return isObject(value['first']) ? annotationsIn({ items: [], ...value['first'] }) : [value]
}

/** The first character that is no blank, and all bytes, those looked at included. */
async function peeked(bytes: AsyncIterable<Uint8Array>): Promise<{ first: string; all: AsyncIterable<Uint8Array> }> {
  const source = bytes[Symbol.asyncIterator]()
  const looked: Uint8Array[] = []
  let first = ''
  while (first === '') {
    const { done, value } = await source.next()
    if (done) break
    looked.push(value.slice())
    first = new TextDecoder()
      .decode(value)
      .replace(/^\uFEFF/, '')
      .trim()
      .slice(0, 1)
  }
  async function* all() {
    yield* looked
    yield* { [Symbol.asyncIterator]: () => source }
  }
  return { first, all: all() }
}

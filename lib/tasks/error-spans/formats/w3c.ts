import { canonical } from '@/lib/formats/canonical'
import type { ExchangeFormat, FileIn } from '@/lib/formats/exchange-format'
import { jsonArrayParts, textPieces } from '@/lib/formats/text-pieces'
import { exchange, foundIn, type Found } from './exchange'
import type { ExchangeRecord } from './exchange-record'
import { annotationsOf } from './w3c-annotations'
import { fieldsOfAnnotations } from './w3c-fields'
import { annotationGroups } from './w3c-groups'

/**
 * W3C Web Annotation, one JSON-LD array: of each item first the annotation that assesses it, whose target holds the text
 * itself, then one a span with its place by position (code points) and by quotation. What the vocabulary has no word for
 * (tags, the verdict's history) stands whole under `record`, a term of the context given.
 */
export const w3c: ExchangeFormat = exchange({
  code: 'w3c',
  name: { en: 'W3C Web Annotation', 'zh-CN': 'W3C Web Annotation' },
  mediaType: 'application/ld+json',
  shape: { kind: 'file', ending: '.jsonld' },
  write: (records, { stem }) => textPieces(`${stem}.jsonld`, jsonArrayParts(lines(records))),
  read,
  back: (record) => fieldsOfAnnotations(annotationsOf(record, 1)),
  why: {},
  alwaysLoses: [],
})

async function* lines(records: AsyncIterable<ExchangeRecord>): AsyncGenerator<string> {
  let number = 0
  for await (const record of records) {
    number += 1
    for (const annotation of annotationsOf(record, number)) yield canonical(annotation)
  }
}

async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<Found> {
  for await (const { path, bytes } of files)
    for await (const { line, ...group } of annotationGroups(bytes))
      yield foundIn(path, line, 'annotations' in group ? fieldsOfAnnotations(group.annotations) : group)
}

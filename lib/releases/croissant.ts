/**
 * `croissant.json`: the data set for machines (MLCommons Croissant 1.0, JSON-LD). Describes the native files of the open
 * splits record by record, and every open data file by hash and size, with the set of files that an archive holds. A hidden split is left out: its files cannot be had.
 */
import { canonical } from '@/lib/formats/canonical'
import type { JsonObject } from '@/lib/tasks/task'
import { spdxOf } from './licence-codes'
import type { ReleaseFacts } from './release-facts'

export function croissant(facts: ReleaseFacts): string {
  const { release, authors, licences, splits, fields } = facts
  const hidden = new Set<string>(splits.flatMap((split) => (split.hidden ? [split.name] : [])))
  const files = facts.files.filter(({ split }) => split === null || !hidden.has(split))
  const addressOf = (path: string) =>
    release.filesUrl === null ? path : `${release.filesUrl}/${path.split('/').map(encodeURIComponent).join('/')}`
  return `${canonical({
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: release.slug,
    alternateName: release.title,
    description: release.description.trim() || release.title,
    version: release.version,
    isLiveDataset: false,
    inLanguage: release.languages,
    keywords: release.keywords,
    license: licences.map(({ licence }) => {
      const code = spdxOf(licence)
      // An address or a work, never a bare word.
      return code === null ? { '@type': 'sc:CreativeWork', name: licence ?? 'unknown' } : `https://spdx.org/licenses/${code}.html`
    }),
    creator: authors.map(({ name }) => ({ '@type': 'sc:Person', name })),
    ...(release.date === null ? {} : { datePublished: release.date }),
    // Required; an installation that does not know its own address can still say which release it is.
    url: release.url ?? `urn:uuid:${release.id}`,
    citeAs: `${authors.map(({ name }) => name).join(', ')}. ${release.title}, version ${release.version}.`,
    distribution: files.flatMap(({ path, split, bytes, sha256 }): JsonObject[] => [
      {
        '@type': 'cr:FileObject',
        '@id': path,
        name: path,
        contentUrl: addressOf(path),
        contentSize: `${bytes} B`,
        encodingFormat: mediaType(path),
        sha256,
      },
      ...(path.endsWith('.zip')
        ? [
            {
              '@type': 'cr:FileSet',
              '@id': path.slice(0, -'.zip'.length),
              name: path.slice(0, -'.zip'.length),
              containedIn: { '@id': path },
              encodingFormat: 'text/plain',
              includes: `${split}/**`,
            },
          ]
        : []),
    ]),
    recordSet: files
      .filter(({ format }) => format === 'native')
      .map(({ path, split }): JsonObject => {
        const set = split ?? 'all'
        return {
          '@type': 'cr:RecordSet',
          '@id': set,
          name: set,
          key: { '@id': `${set}/id` },
          field: fields.map(({ name, type, description }) => ({
            '@type': 'cr:Field',
            '@id': `${set}/${name}`,
            name,
            description,
            dataType: dataTypes[type],
            source: { fileObject: { '@id': path }, extract: { column: name } },
          })),
        }
      }),
  })}\n`
}

/** Nested values are text to this vocabulary: their own JSON. */
const dataTypes = {
  text: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
  json: 'sc:Text',
} as const

const mediaTypes: Record<string, string> = {
  jsonl: 'application/jsonlines',
  json: 'application/json',
  jsonld: 'application/ld+json',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  parquet: 'application/vnd.apache.parquet',
  zip: 'application/zip',
  txt: 'text/plain',
}
const mediaType = (path: string) => mediaTypes[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'

/** As the specification prints it (section "JSON-LD context", version 1.0). */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  ...Object.fromEntries(
    [
      'citeAs', 'column', 'extract', 'field', 'fileProperty', 'fileObject', 'fileSet', 'format', 'includes', 'isLiveDataset',
      'jsonPath', 'key', 'md5', 'parentField', 'path', 'recordSet', 'references', 'regex', 'repeated', 'replace', 'separator',
      'source', 'subField', 'transform',
    ].map((term) => [term, `cr:${term}`]),
  ),
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  rai: 'http://mlcommons.org/croissant/RAI/',
  sc: 'https://schema.org/',
} // prettier-ignore

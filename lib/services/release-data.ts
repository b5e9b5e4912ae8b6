/**
 * The data files of a release, each with how its bytes are made from the release's own records: by a freeze to be stored, by a
 * rebuild to be compared. Nothing but the records goes in, so that both make the same.
 */
import type { Cell } from '@/lib/db/copied-rows'
import { releaseReadingsQuery, releaseTextQuery, type ReleaseSource } from '@/lib/db/release-items'
import { canonical } from '@/lib/formats/canonical'
import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import type { Recipe } from '@/lib/releases/recipe'
import type { SplitName } from '@/lib/releases/split-rule'
import type { JsonObject, ReadingFormat, Task } from '@/lib/tasks/task'
import { folderZip } from './folder-zip'
import { formatsOf } from './release-formats'
import { readingsCode } from './release-writing'

export type DataFile = {
  path: string
  split: SplitName
  /** `readings`, or a code: of a format, or of one that readings are handed on in. */
  format: string
  mediaType: string
  pieces: () => AsyncIterable<Uint8Array>
}

export type DataContext = {
  releaseId: string
  task: Task
  recipe: Pick<Recipe, 'formats' | 'readers'>
  splits: readonly SplitName[]
  read: (query: string) => AsyncGenerator<Cell[][]>
  onRecords?: (records: number) => Promise<void>
  /** Told, record by record, what a format leaves behind. */
  onLoss?: (of: { format: string; split: SplitName }, fields: readonly string[]) => void
}

/** In the order in which they are made; every split in every format. */
export function dataFiles(context: DataContext): DataFile[] {
  const { task, recipe, splits } = context
  return splits.flatMap((split) => [
    ...formatsOf(task, recipe.formats).map((format) => inFormat(context, format, split)),
    ...(recipe.readers === 'pseudonyms' ? [ofReadings(context, split), ...task.readingFormats.map((format) => inReadingFormat(context, format, split))] : []),
  ])
}

function inFormat(context: DataContext, format: ExchangeFormat, split: SplitName): DataFile {
  const stem = `${format.code}/${split}`
  const { onLoss } = context
  const telling = onLoss && { onLoss: (fields: readonly string[]) => onLoss({ format: format.code, split }, fields) }
  const written = () => format.write(records(context, { of: 'record', split }), { stem, ...telling })
  if (format.shape.kind === 'folder') {
    const pieces = () => folderZip(written(), `${format.code}/`)
    return { path: `${stem}.zip`, split, format: format.code, mediaType: 'application/zip', pieces }
  }
  return { path: stem + format.shape.ending, split, format: format.code, mediaType: format.mediaType, pieces: () => bytesOf(written()) }
}

async function* bytesOf(pieces: ReturnType<ExchangeFormat['write']>): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of pieces) yield bytes
}

/** One line an item: its id and its readings, each under the release's pseudonym of its reader, and those of rounds before that still stand. */
function ofReadings(context: DataContext, split: SplitName): DataFile {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const lines of texts(context, { of: 'readings', split })) yield Buffer.from(lines.map((line) => `${line}\n`).join(''))
  }
  return { path: `readings/${split}.jsonl`, split, format: readingsCode, mediaType: 'application/jsonl', pieces }
}

function inReadingFormat({ releaseId, read, onRecords }: DataContext, { code, rowsOf }: ReadingFormat, split: SplitName): DataFile {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const rows of read(releaseReadingsQuery(releaseId, split))) {
      const made = rows.flatMap(([record, said]) => {
        const { readings, earlier = [] } = JSON.parse(said ?? '') as { readings: JsonObject[]; earlier?: JsonObject[] }
        return rowsOf(JSON.parse(record ?? '') as JsonObject, [...readings, ...earlier])
      })
      if (made.length) yield Buffer.from(made.map((row) => `${canonical(row)}\n`).join(''))
      await onRecords?.(rows.length)
    }
  }
  return { path: `${code}/${split}.jsonl`, split, format: code, mediaType: 'application/jsonl', pieces }
}

async function* records(context: DataContext, source: ReleaseSource): AsyncGenerator<JsonObject> {
  for await (const lines of texts(context, source)) for (const line of lines) yield JSON.parse(line) as JsonObject
}

async function* texts({ releaseId, read, onRecords }: DataContext, source: ReleaseSource): AsyncGenerator<string[]> {
  for await (const rows of read(releaseTextQuery(releaseId, source))) {
    yield rows.map(([cell]) => cell ?? '')
    await onRecords?.(rows.length)
  }
}

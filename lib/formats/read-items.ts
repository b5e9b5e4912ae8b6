import { Refusal } from '@/lib/errors'
import type { CsvMapping } from '@/lib/formats/csv-mapping'
import type { Delimiter } from '@/lib/formats/csv-records'
import type { CsvHeader } from '@/lib/formats/csv-table'
import { lineDecoder } from '@/lib/formats/decode-lines'
import type { Encoding } from '@/lib/formats/encoding'
import { fileStem } from '@/lib/formats/file-stem'
import type { ItemRow, RowMachine } from '@/lib/formats/item-row'
import { columnNames } from '@/lib/formats/column-names'
import type { ItemDefaults } from '@/lib/formats/native-item'
import type { ContentFields } from '@/lib/formats/read-content'
import { csvRows } from '@/lib/formats/read-csv'
import { medecRows } from '@/lib/formats/read-medec'
import { medrectRows } from '@/lib/formats/read-medrect'
import { nativeRows } from '@/lib/formats/read-native'
import { plainRows, type PlainUnit } from '@/lib/formats/read-plain'
import { recordRows, type RecordImport } from '@/lib/formats/read-records'
import { recordReader } from '@/lib/formats/read-record'
import { rowBatches } from '@/lib/formats/row-batches'

/** The formats that belong to no task; which of them a task takes, it says itself. */
export const sharedFormats = ['native', 'csv', 'medec', 'medrect', 'plain'] as const
export type SharedFormat = (typeof sharedFormats)[number]

export type ItemFormat =
  | { kind: 'native' }
  | { kind: 'csv'; mapping: CsvMapping; delimiter?: Delimiter }
  | { kind: 'medec' }
  | { kind: 'medrect' }
  | { kind: 'plain'; unit: PlainUnit }
  /** One of the task's own; `array`: all records in one array instead of one a line. */
  | { kind: 'records'; code: string; array: boolean }

export type ItemFile<Content> = {
  name: string
  format: ItemFormat
  /** The task's own fields, `taskOf(code).contentFields`. */
  content: ContentFields<Content>
  /** The task's own ways in, `taskOf(code).imports.records`. */
  imports?: readonly RecordImport[]
  defaults?: ItemDefaults
  /** Only to overrule what is detected; a byte order mark of the same encoding is still taken off. */
  encoding?: Encoding
}

/** An import under way. What it tells of the file is final when the rows are; it can be read once. */
export type ItemReading<Content> = AsyncIterable<ItemRow<Content>> & {
  /** The same rows in the arrays they are parsed in, some hundreds at a time; for consumers that take many at once. */
  batches: () => AsyncGenerator<ItemRow<Content>[]>
  encoding: () => Encoding
  /** Did the file begin with a byte order mark? */
  marked: () => boolean
  /** A CSV's header, null before it is read and for other formats. */
  header: () => CsvHeader | null
}

/**
 * Streams a file's rows, good and bad, in its order, in constant memory. Bad rows are data; what makes the whole file
 * unreadable (a mapping that does not fit, a missing column) is a Refusal. Does not look for ids that occur twice: that
 * takes a memory of the whole file, and the database has one.
 */
export function readItems<Content>(source: AsyncIterable<Uint8Array>, file: ItemFile<Content>): ItemReading<Content> {
  const decoder = lineDecoder({ encoding: file.encoding, atCommas: isArray(file.format) })
  let header: CsvHeader | null = null
  const machine = machineOf(file, decoder.encoding, (found) => {
    header = found
  })

  const batches = () => rowBatches(source, decoder, machine)
  async function* each(): AsyncGenerator<ItemRow<Content>> {
    for await (const rows of batches()) for (const row of rows) yield row
  }
  return {
    [Symbol.asyncIterator]: each,
    batches,
    encoding: decoder.encoding,
    marked: decoder.marked,
    header: () => header,
  }
}

const isArray = (format: ItemFormat): boolean => format.kind === 'medrect' || (format.kind === 'records' && format.array)

function machineOf<Content>(
  { name, format, content, imports = [], defaults }: ItemFile<Content>,
  encoding: () => Encoding,
  onHeader: (header: CsvHeader) => void,
): RowMachine<ItemRow<Content>> {
  const readRecord = recordReader(content, defaults)
  const contentNames = columnNames(content)
  const stem = fileStem(name)
  if (format.kind === 'native') return nativeRows(readRecord, encoding)
  if (format.kind === 'csv') {
    const { mapping, delimiter = null } = format
    return csvRows({ mapping, delimiter, contentNames, stem, readRecord, encoding, onHeader })
  }
  if (format.kind === 'records') {
    const found = imports.find(({ code }) => code === format.code)
    if (!found) throw new Refusal('invalid', 'format-not-for-task', { format: format.code })
    return recordRows({ itemOf: found.itemOf, stem, array: format.array, readRecord, encoding })
  }
  // The other formats carry one text an item and nothing that another task's fields could be made of.
  if (contentNames.length !== 1 || contentNames[0] !== 'text')
    throw new Refusal('invalid', 'format-not-for-task', { format: format.kind })
  if (format.kind === 'medec') return medecRows({ readRecord, encoding, onHeader, hasSentences: 'sentences' in content.shape })
  if (format.kind === 'medrect') return medrectRows({ readRecord, encoding })
  return plainRows({ unit: format.unit, stem, readRecord, encoding })
}

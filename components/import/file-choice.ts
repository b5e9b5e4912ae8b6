import { columnNames } from '@/lib/formats/column-names'
import type { CsvMapping } from '@/lib/formats/csv-mapping'
import type { Delimiter } from '@/lib/formats/csv-records'
import { detectFormat, detectionBytes } from '@/lib/formats/detect-format'
import type { Encoding } from '@/lib/formats/encoding'
import type { ItemDefaults } from '@/lib/formats/native-item'
import { proposeMapping } from '@/lib/formats/propose-mapping'
import { sharedFormats, type ItemFormat, type SharedFormat } from '@/lib/formats/read-items'
import type { PlainUnit } from '@/lib/formats/read-plain'
import { importCodes } from '@/lib/tasks/import-codes'
import { taskOf } from '@/lib/tasks/registry'

/** A chosen file and how an admin wants it read. */
export type FileChoice = {
  file: File
  /** The file's first bytes, to preview with. */
  head: Uint8Array
  columns: string[]
  delimiter: Delimiter | null
  detected: Encoding
  /** '' : not chosen yet. */
  format: string
  /** All records in one array? */
  array: boolean
  mapping: CsvMapping
  unit: PlainUnit
  /** '' : as detected. */
  encoding: Encoding | ''
  defaults: ItemDefaults
}

/** Looks at a file without sending it anywhere. */
export async function choiceOf(file: File, task: string, defaults: ItemDefaults): Promise<FileChoice> {
  const { imports, contentFields } = taskOf(task)
  const head = new Uint8Array(await file.slice(0, detectionBytes).arrayBuffer())
  const { kind, records, array, encoding, columns, delimiter } = detectFormat(file.name, head, imports.records)
  const proposed = records ?? kind ?? ''
  return {
    file,
    head,
    columns,
    delimiter,
    detected: encoding,
    format: importCodes(imports).includes(proposed) ? proposed : '',
    array,
    mapping: proposeMapping(columns, columnNames(contentFields)),
    unit: 'line',
    encoding: '',
    defaults,
  }
}

/** As readers of files and the server take it; null while no format is chosen. */
export function formatOf({ format, array, mapping, delimiter, unit }: FileChoice): ItemFormat | null {
  if (format === '') return null
  const kind = sharedFormats.find((one): one is SharedFormat => one === format)
  if (kind === undefined) return { kind: 'records', code: format, array }
  if (kind === 'csv') return { kind, mapping, ...(delimiter ? { delimiter } : {}) }
  return kind === 'plain' ? { kind, unit } : { kind }
}

export const saidDefaults = (defaults: ItemDefaults): ItemDefaults =>
  Object.fromEntries(Object.entries(defaults).filter(([, value]) => value.trim() !== ''))

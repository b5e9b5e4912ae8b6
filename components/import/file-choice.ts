import { columnNames } from '@/lib/formats/column-names'
import type { CsvMapping } from '@/lib/formats/csv-mapping'
import type { Delimiter } from '@/lib/formats/csv-records'
import { detectFormat, detectionBytes, detectTable } from '@/lib/formats/detect-format'
import type { Encoding } from '@/lib/formats/encoding'
import { limits } from '@/lib/formats/limits'
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
  /** Of a table, as are `delimiter` and `mapping`: looked at when the file is to be read as one. */
  columns: string[]
  delimiter: Delimiter | null
  detected: Encoding
  /** '' : not chosen yet. */
  format: string
  /** All records in one array? */
  array: boolean
  mapping: CsvMapping
  /** What a person has said, against any proposal: the format ('' : nothing), and where columns go, also those that another encoding calls otherwise. */
  byHand: { format: string; mapping: CsvMapping }
  unit: PlainUnit
  /** '' : as detected. */
  encoding: Encoding | ''
  defaults: ItemDefaults
}

/** Looks at a file without sending it anywhere. */
export async function choiceOf(file: File, task: string, defaults: ItemDefaults): Promise<FileChoice> {
  const head = new Uint8Array(await file.slice(0, detectionBytes).arrayBuffer())
  const { encoding: detected } = detectFormat(file.name, head)
  const nothing = { columns: [], delimiter: null, format: '', array: false, mapping: {}, byHand: { format: '', mapping: {} } }
  return proposed({ file, head, detected, ...nothing, unit: 'line', encoding: '', defaults }, task)
}

/** What a person says of it. Another format or encoding has the file looked at again; what was said by hand before stays. */
export function said(choice: FileChoice, task: string, some: Partial<Pick<FileChoice, 'format' | 'mapping' | 'unit' | 'encoding' | 'defaults'>>): FileChoice {
  const { format, mapping } = choice.byHand
  const moved = Object.entries(some.mapping ?? {}).filter(([column, target]) => choice.mapping[column] !== target)
  const next = { ...choice, ...some, byHand: { format: some.format ?? format, mapping: { ...mapping, ...Object.fromEntries(moved) } } }
  return some.format === undefined && some.encoding === undefined ? next : proposed(next, task)
}

function proposed(choice: FileChoice, task: string): FileChoice {
  const { file, head, byHand } = choice
  const { imports, contentFields } = taskOf(task)
  const encoding = choice.encoding || undefined
  const { kind, records, array } = detectFormat(file.name, head, imports.records, encoding)
  const code = byHand.format || (records ?? kind ?? '')
  const format = importCodes(imports).includes(code) ? code : ''
  if (format !== 'csv') return { ...choice, format, array }
  const { columns: found, delimiter } = detectTable(head, encoding)
  // More than a table may have, as of a long line without a break, have no place to be given; the first rows say why.
  const columns = found.length > limits.columns ? [] : found
  const stays = Object.entries(byHand.mapping).filter(([column]) => columns.includes(column))
  const mapping = { ...proposeMapping(columns, columnNames(contentFields)), ...Object.fromEntries(stays) }
  return { ...choice, format, array, columns, delimiter, mapping }
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

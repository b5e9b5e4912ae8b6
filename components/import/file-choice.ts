import type { CsvMapping } from '@/lib/formats/csv-mapping'
import type { Delimiter } from '@/lib/formats/csv-records'
import { detectFormat, detectionBytes } from '@/lib/formats/detect-format'
import type { Encoding } from '@/lib/formats/encoding'
import type { ItemDefaults } from '@/lib/formats/native-item'
import { proposeMapping } from '@/lib/formats/propose-mapping'
import type { ItemFormat } from '@/lib/formats/read-items'
import type { PlainUnit } from '@/lib/formats/read-plain'

/** A chosen file and how an admin wants it read. */
export type FileChoice = {
  file: File
  /** The file's first bytes, to preview with. */
  head: Uint8Array
  columns: string[]
  delimiter: Delimiter | null
  detected: Encoding
  kind: ItemFormat['kind'] | ''
  mapping: CsvMapping
  unit: PlainUnit
  /** '' : as detected. */
  encoding: Encoding | ''
  defaults: ItemDefaults
}

/** Looks at a file without sending it anywhere. */
export async function choiceOf(file: File, contentNames: readonly string[], defaults: ItemDefaults): Promise<FileChoice> {
  const head = new Uint8Array(await file.slice(0, detectionBytes).arrayBuffer())
  const { kind, encoding, columns, delimiter } = detectFormat(file.name, head)
  return {
    file,
    head,
    columns,
    delimiter,
    detected: encoding,
    kind: kind ?? '',
    mapping: proposeMapping(columns, contentNames),
    unit: 'line',
    encoding: '',
    defaults,
  }
}

/** As readers of files and the server take it; null while no format is chosen. */
export function formatOf({ kind, mapping, delimiter, unit }: FileChoice): ItemFormat | null {
  if (kind === '') return null
  if (kind === 'csv') return { kind, mapping, ...(delimiter ? { delimiter } : {}) }
  return kind === 'plain' ? { kind, unit } : { kind }
}

export const saidDefaults = (defaults: ItemDefaults): ItemDefaults =>
  Object.fromEntries(Object.entries(defaults).filter(([, value]) => value.trim() !== ''))

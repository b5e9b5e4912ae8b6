import { z } from 'zod'
import { canonical } from '@/lib/formats/canonical'
import { csvCellRows } from '@/lib/formats/csv-cell-rows'
import { apostropheCaution, csvLine } from '@/lib/formats/csv-cells'
import type { ExchangeFormat, FileIn, Piece, ReadRecord } from '@/lib/formats/exchange-format'
import type { RowProblem } from '@/lib/formats/item-row'
import { lossesOf, lostFields } from '@/lib/formats/lost-fields'
import { machineRows } from '@/lib/formats/machine-rows'
import { readParquet } from '@/lib/formats/read-parquet'
import { refuseUnknownColumns } from '@/lib/formats/refuse-unknown-columns'
import { mapped, textPieces } from '@/lib/formats/text-pieces'
import { withHeader } from '@/lib/formats/with-header'
import { writeParquet } from '@/lib/formats/write-parquet'
import type { Localised } from '@/lib/locale'
import type { Json, JsonObject } from '../task'
import { hashed, isProblem, type Fields } from './record-format'
import { asColumn, columnsOf, elementsOf, fromColumn } from './table-columns'

type Whole = (fields: Fields) => JsonObject | RowProblem
type Row = Record<string, unknown>

/** Verdicts as tables, made from what a task says of its records: Parquet with typed columns, lists and structures, and CSV with JSON in the cells of these. */
export function tableFormats(recordSchema: z.ZodObject, whole: Whole): readonly ExchangeFormat[] {
  // Made when a table is first written or read: most programs that know of the format do neither.
  let made: ReturnType<typeof columnsOf> | undefined
  const columns = () => (made ??= columnsOf(z.toJSONSchema(recordSchema) as JsonObject))
  const names = () => [...columns().keys()]
  const rowOf = (record: JsonObject): Row => Object.fromEntries([...columns()].map(([name, column]) => [name, asColumn(column, record[name])]))
  const fieldsOf = (row: Row): Fields => Object.fromEntries([...columns()].map(([name, column]) => [name, fromColumn(column, row[name])]))
  /** Of CSV: texts as they are, numbers in digits, everything else as JSON. */
  const cellOf = (value: unknown): string => (value === null ? '' : typeof value === 'string' ? value : canonical(value as Json))
  const ofCell = (name: string, cell: string): unknown => {
    const { kind, nullable } = columns().get(name)!
    if (cell === '' && (nullable || kind !== 'text')) return null
    return kind === 'text' || kind === 'json' ? cell : JSON.parse(cell)
  }
  const asCells = (row: Row) => names().map((name) => cellOf(row[name]))
  const ofCells = (cells: ReadonlyMap<string, string>): Row => Object.fromEntries(names().map((name) => [name, cells.has(name) ? ofCell(name, cells.get(name)!) : null]))

  const format = (of: Pick<ExchangeFormat, 'code' | 'name' | 'mediaType' | 'shape' | 'writing' | 'caution'>, why: Localised, back: (row: Row) => Fields, write: (rows: AsyncIterable<Row>, stem: string) => AsyncIterable<Piece>, rowsIn: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<{ line: number } & ({ row: () => Row } | RowProblem)>): ExchangeFormat => {
    const lostIn = (record: JsonObject, row: Row) => lostFields(record, back(row) as JsonObject)
    return {
      ...of,
      alwaysLoses: [],
      mayLose: [{ field: null, why }],
      tellsLosses: true,
      losses: (record) => lossesOf(lostIn(record, rowOf(record)), {}, why),
      write: (records, { stem, onLoss }) => write(mapped(records, (record) => {
        const row = rowOf(record)
        const lost = onLoss ? lostIn(record, row) : []
        if (lost.length > 0) onLoss?.(lost)
        return row
      }), stem),
      async *read(files: AsyncIterable<FileIn>): AsyncGenerator<ReadRecord> {
        for await (const { path, bytes } of files)
          for await (const { line, ...found } of rowsIn(bytes)) {
            const record = 'row' in found ? await recordOf(found.row) : found
            yield isProblem(record) ? { path, line, ...record } : { path, line, record }
          }
      },
    }
  } // prettier-ignore
  async function recordOf(row: () => Row): Promise<JsonObject | RowProblem> {
    let fields: Fields
    try {
      fields = fieldsOf(row())
    } catch {
      return { field: null, reason: 'not-json' }
    }
    return hashed(whole(fields))
  }
  const csv = format(
    { code: 'csv', name: { en: 'CSV', 'zh-CN': 'CSV' }, mediaType: 'text/csv', shape: { kind: 'file', ending: '.csv' }, writing: 2, caution: apostropheCaution },
    { en: 'CSV has no columns but those of a verdict, and an empty text in one is none.', 'zh-CN': 'CSV 只有裁定所需的各列，且空文本视为没有文本。' },
    (row) => fieldsOf(ofCells(new Map(names().map((name) => [name, cellOf(row[name])])))),
    (rows, stem) => textPieces(`${stem}.csv`, withHeader(names(), mapped(rows, (row) => csvLine(asCells(row))))),
    async function* (bytes) {
      for await (const { line, ...found } of machineRows(bytes, (encoding) => csvCellRows(encoding, (header) => refuseUnknownColumns(header, names()))))
        yield 'cells' in found ? { line, row: () => ofCells(found.cells) } : { line, ...found }
    },
  )
  const parquet = format(
    { code: 'parquet', name: { en: 'Parquet', 'zh-CN': 'Parquet' }, mediaType: 'application/vnd.apache.parquet', shape: { kind: 'file', ending: '.parquet' } },
    { en: 'Parquet has no columns but those of a verdict.', 'zh-CN': 'Parquet 只有裁定所需的各列。' },
    fieldsOf,
    (rows, stem) => writeParquet(`${stem}.parquet`, new Map([...columns()].map(([name, column]) => [name, elementsOf(name, column)])), rows, (row) => canonical(row as JsonObject).length),
    async function* (bytes) {
      for await (const { line, ...found } of readParquet(bytes)) {
        if (!('value' in found)) yield { line, ...found }
        else {
          const strange = Object.keys(found.value).find((name) => !columns().has(name))
          if (strange !== undefined) yield { line, field: strange, reason: 'unknown-field' }
          else yield { line, row: () => found.value }
        }
      }
    },
  )
  return [csv, parquet]
}

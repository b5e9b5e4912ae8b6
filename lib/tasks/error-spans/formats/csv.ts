import { canonical } from '@/lib/formats/canonical'
import { csvCellRows } from '@/lib/formats/csv-cell-rows'
import { apostropheCaution, csvLine } from '@/lib/formats/csv-cells'
import type { ExchangeFormat, FileIn } from '@/lib/formats/exchange-format'
import type { RowProblem } from '@/lib/formats/item-row'
import { machineRows } from '@/lib/formats/machine-rows'
import { parseJson } from '@/lib/formats/read-native'
import { refuseUnknownColumns } from '@/lib/formats/refuse-unknown-columns'
import { mapped, textPieces } from '@/lib/formats/text-pieces'
import { withHeader } from '@/lib/formats/with-header'
import type { Json } from '../../task'
import { exchange, foundIn, type Found } from './exchange'
import type { ExchangeRecord } from './exchange-record'

const plain = [
  'id',
  'text',
  'textSha256',
  'language',
  'specialty',
  'group',
  'source',
  'licence',
  'outcome',
  'veracity',
] as const
const json = ['spans', 'tags'] as const
const levels = ['difficulty', 'confidence'] as const
const verdict = ['basis', 'version', 'protocol', 'rationale', 'cause'] as const
const columns = [...plain, ...json, ...levels, ...verdict.map((name) => `verdict.${name}`)]

/**
 * One row an item; its spans are one column of JSON, so that an item is read whole and never counted twice. UTF-8 without a
 * mark, LF, formulas made harmless.
 */
export const csv: ExchangeFormat = exchange({
  code: 'csv',
  name: { en: 'CSV', 'zh-CN': 'CSV' },
  mediaType: 'text/csv',
  shape: { kind: 'file', ending: '.csv' },
  writing: 2,
  write: (records, { stem, lost }) =>
    textPieces(
      `${stem}.csv`,
      withHeader(
        columns,
        mapped(records, (record) => {
          lost(emptyIn(record))
          return csvLine(cellsOf(record))
        }),
      ),
    ),
  read,
  back: (record) => fieldsOf(new Map(cellsOf(record).map((cell, at) => [columns[at] ?? '', cell]))),
  why: {},
  otherwise: {
    en: 'In CSV an empty text cannot be told from none, and there are no columns but those of a verdict.',
    'zh-CN': 'CSV 无法区分空文本与没有文本，且只有裁定所需的各列。',
  },
  caution: apostropheCaution,
  alwaysLoses: [],
})

function cellsOf(record: ExchangeRecord): string[] {
  const said = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : String(value)
  return [
    ...plain.map((name) => said(record[name])),
    ...json.map((name) => canonical(record[name] as Json)),
    ...levels.map((name) => said(record[name])),
    ...verdict.map((name) => said(record.verdict?.[name])),
  ]
}

/** Fields that say nothing in a text of their own, which reads back as if they said none. */
const emptyIn = (record: ExchangeRecord): string[] => [
  ...plain.filter((name) => record[name] === ''),
  ...verdict.filter((name) => record.verdict?.[name] === '').map((name) => `verdict.${name}`),
]

function fieldsOf(cells: ReadonlyMap<string, string>): Record<string, unknown> | RowProblem {
  const said = (column: string) => cells.get(column) || null
  const number = (column: string) => (/^-?\d+$/.test(said(column) ?? '') ? Number(said(column)) : said(column))
  const fields: Record<string, unknown> = {}
  for (const name of plain) if (said(name) !== null || name === 'veracity') fields[name] = said(name)
  for (const name of json) {
    const parsed = parseJson(said(name) ?? 'null')
    if ('problem' in parsed) return { ...parsed.problem, field: name }
    fields[name] = parsed.value
  }
  for (const name of levels) fields[name] = number(name)
  if (verdict.some((name) => said(`verdict.${name}`) !== null))
    fields['verdict'] = {
      basis: said('verdict.basis'),
      version: number('verdict.version'),
      protocol: number('verdict.protocol'),
      rationale: said('verdict.rationale'),
      cause: said('verdict.cause'),
    }
  return fields
}

async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<Found> {
  for await (const { path, bytes } of files)
    for await (const { line, ...row } of machineRows(bytes, (encoding) => csvCellRows(encoding, (header) => refuseUnknownColumns(header, columns))))
      yield foundIn(path, line, 'cells' in row ? fieldsOf(row.cells) : row)
}

import { canonical } from '@/lib/formats/canonical'
import type { ExchangeFormat, FileIn } from '@/lib/formats/exchange-format'
import type { RowProblem } from '@/lib/formats/item-row'
import { parseJson } from '@/lib/formats/read-native'
import { readParquet } from '@/lib/formats/read-parquet'
import { mapped } from '@/lib/formats/text-pieces'
import { writeParquet } from '@/lib/formats/write-parquet'
import { exchange, foundIn, type Found } from './exchange'
import type { ExchangeRecord } from './exchange-record'
import { parquetColumns } from './parquet-columns'

/** Typed columns: spans a list of structures, the verdict a structure, tags JSON text. Offsets in code points. */
export const parquet: ExchangeFormat = exchange({
  code: 'parquet',
  name: { en: 'Parquet', 'zh-CN': 'Parquet' },
  mediaType: 'application/vnd.apache.parquet',
  shape: { kind: 'file', ending: '.parquet' },
  write: (records, { stem }) => writeParquet(`${stem}.parquet`, parquetColumns, mapped(records, rowOf), sizeOf),
  read,
  back: (record) => fieldsOf(rowOf(record)),
  why: {},
  otherwise: { en: 'The Parquet file has no columns but those of a verdict.', 'zh-CN': 'Parquet 文件只有裁定所需的各列。' },
  alwaysLoses: [],
})

type Row = Record<string, unknown> & { text: string; spans: ExchangeRecord['spans']; tags: string }

const rowOf = (record: ExchangeRecord): Row => ({
  ...Object.fromEntries([...parquetColumns.keys()].map((name) => [name, record[name as keyof ExchangeRecord] ?? null])),
  text: record.text,
  spans: record.spans,
  tags: canonical(record.tags),
})

const sizeOf = ({ text, spans, tags }: Row): number =>
  spans.reduce(
    (sum, span) => sum + span.quote.length + span.correction.length + span.explanation.length,
    text.length + tags.length,
  )

function fieldsOf(row: Record<string, unknown>): Record<string, unknown> | RowProblem {
  const { tags } = row
  if (typeof tags !== 'string') return row
  const parsed = parseJson(tags)
  return 'problem' in parsed ? { ...parsed.problem, field: 'tags' } : { ...row, tags: parsed.value }
}

async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<Found> {
  for await (const { path, bytes } of files)
    for await (const { line, ...row } of readParquet(bytes))
      yield foundIn(path, line, 'value' in row ? fieldsOf(row.value) : row)
}

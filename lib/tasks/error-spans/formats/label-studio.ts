import { canonical } from '@/lib/formats/canonical'
import type { ExchangeFormat, FileIn } from '@/lib/formats/exchange-format'
import { jsonArrayValues } from '@/lib/formats/json-values'
import { machineRows } from '@/lib/formats/machine-rows'
import { jsonArrayParts, mapped, textPieces } from '@/lib/formats/text-pieces'
import { exchange, foundIn, type Found } from './exchange'
import { fieldsOfTask } from './label-studio-fields'
import { labelStudioTask } from './label-studio-task'

/**
 * Label Studio's JSON: an array of tasks, read in constant memory. Spans are `labels` results with offsets in UTF-16 units;
 * a span's correction, explanation and references are text areas of its region; what the item says else is in `data`.
 */
export const labelStudio: ExchangeFormat = exchange({
  code: 'label-studio',
  name: { en: 'Label Studio JSON', 'zh-CN': 'Label Studio JSON' },
  mediaType: 'application/json',
  shape: { kind: 'file', ending: '.label-studio.json' },
  write: (records, { stem }) =>
    textPieces(
      `${stem}.label-studio.json`,
      jsonArrayParts(mapped(records, (record, index) => canonical(labelStudioTask(record, index + 1)))),
    ),
  read,
  back: (record) => fieldsOfTask(labelStudioTask(record, 1)),
  why: { spans: { en: 'Label Studio cannot hold a span without text.', 'zh-CN': 'Label Studio 无法保存不含文字的标注。' } },
  alwaysLoses: [],
})

async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<Found> {
  for await (const { path, bytes } of files)
    for await (const { line, ...row } of machineRows(bytes, jsonArrayValues, { atCommas: true }))
      yield foundIn(path, line, 'value' in row ? fieldsOfTask(row.value) : row)
}

import { canonical } from '@/lib/formats/canonical'
import { jsonLineValues } from '@/lib/formats/json-values'
import { machineRows } from '@/lib/formats/machine-rows'
import { mapped, textPieces } from '@/lib/formats/text-pieces'
import type { ExchangeFormat, FileIn } from '@/lib/formats/exchange-format'
import type { JsonObject } from '../../task'
import { exchange, foundIn, type Found } from './exchange'

/** JSON Lines as verdicts are downloaded: RFC 8785, LF, offsets in code points. Nothing is lost, fields unknown here included. */
export const native: ExchangeFormat = {
  ...exchange({
    code: 'native',
    name: { en: 'Doubleread JSON Lines', 'zh-CN': 'Doubleread JSON Lines' },
    mediaType: 'application/jsonl',
    shape: { kind: 'file', ending: '.jsonl' },
    write: (records, { stem }) =>
      textPieces(
        `${stem}.jsonl`,
        mapped(records, (record) => canonical(record as unknown as JsonObject) + '\n'),
      ),
    read,
    hasSentences: true,
    back: (record) => record,
    why: {},
    alwaysLoses: [],
  }),
  losses: () => [],
}

async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<Found> {
  for await (const { path, bytes } of files)
    for await (const { line, ...row } of machineRows(bytes, jsonLineValues))
      yield foundIn(path, line, 'value' in row ? row.value : row)
}

import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import type { RowProblem } from '@/lib/formats/item-row'
import type { JsonObject } from '../task'
import { recordFormat, type Fields } from './record-format'

/** JSON Lines as verdicts are downloaded: RFC 8785, LF. Nothing is lost, fields unknown here included. */
export function nativeFormat(whole: (fields: Fields) => JsonObject | RowProblem): ExchangeFormat {
  const format = recordFormat({
    code: 'native',
    name: { en: 'Doubleread JSON Lines', 'zh-CN': 'Doubleread JSON Lines' },
    ending: '.jsonl',
    rowsOf: (record) => [record],
    fieldsOf: (row) => row,
    whole,
    why: {},
    alwaysLoses: [],
  })
  return { ...format, tellsLosses: true, losses: () => [] }
}

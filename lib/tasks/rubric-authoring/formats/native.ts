import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { recordFormat } from '../../conversation/record-format'
import { wholeAuthored } from './whole-authored'

/** JSON Lines as verdicts are downloaded: RFC 8785, LF. Nothing is lost, fields unknown here included. */
export const native: ExchangeFormat = {
  ...recordFormat({
    code: 'native',
    name: { en: 'Doubleread JSON Lines', 'zh-CN': 'Doubleread JSON Lines' },
    ending: '.jsonl',
    rowsOf: (record) => [record],
    fieldsOf: (row) => row,
    whole: wholeAuthored,
    why: {},
    alwaysLoses: [],
  }),
  losses: () => [],
}

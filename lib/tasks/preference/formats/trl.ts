import { trlItem } from '../../conversation/imports/pair-item'
import { recordFormat } from '../../conversation/record-format'
import { saidIn } from '../../conversation/said-in'
import { answeredPair } from './answered-pair'
import { leftByPair } from './left-by-pair'
import { rowId } from '../../conversation/row-id'
import { asPreference, pairLosses, pairsOf } from './preference-record'
import { wholePreference } from './whole-preference'

const reply = (content: string) => [{ role: 'assistant', content }]

/** Pairs as TRL and other trainers take them: explicit prompt, `chosen` and `rejected` as conversations. */
export const trl = recordFormat({
  code: 'trl',
  name: { en: 'TRL preference pairs', 'zh-CN': 'TRL 偏好对' },
  ending: '.trl.jsonl',
  rowsOf(record) {
    const preference = asPreference(record)
    const pairs = pairsOf(preference)
    return pairs.map(({ chosen, rejected }, nth) => ({ id: rowId(preference.id, nth, pairs.length), prompt: preference.prompt, chosen: reply(chosen.text), rejected: reply(rejected.text) }))
  },
  fieldsOf: (row, place) => answeredPair(trlItem(row, place)),
  drops: (row) => ['decided_by'].filter((name) => (row[name] ?? '') !== ''),
  leaves: (record, pairs) => [...leftByPair(record, pairs.length), ...saidIn(record, ['tags'])],
  whole: wholePreference,
  why: pairLosses,
  alwaysLoses: [
    { field: 'responses', why: { en: 'A pair holds two responses, without their names.', 'zh-CN': '偏好对只有两个回答，不含其名称。' } },
    { field: 'overall', why: { en: 'Ties, strengths and items of which no response is acceptable have no place in a pair.', 'zh-CN': '偏好对中没有存放“不分高下”、强度和“均不可接受”的位置。' } },
    'axes', 'rationale', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict',
  ],
})

import { trlItem } from '../../conversation/imports/pair-item'
import { recordFormat } from '../../conversation/record-format'
import { answeredPair } from './answered-pair'
import { asPreference, pairId, pairLosses, pairsOf } from './preference-record'
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
    return pairs.map(({ chosen, rejected }, nth) => ({ id: pairId(preference.id, nth, pairs.length), prompt: preference.prompt, chosen: reply(chosen.text), rejected: reply(rejected.text) }))
  },
  fieldsOf: (row, place) => answeredPair(trlItem(row, place)),
  whole: wholePreference,
  why: pairLosses,
  alwaysLoses: [
    { field: 'responses', why: 'A pair holds two responses, without their names.' },
    { field: 'overall', why: 'Ties, strengths and items of which no response is acceptable have no place in a pair.' },
    ...['axes', 'rationale', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict'].map((field) => ({ field, why: 'There is no place for it in TRL preference pairs.' })),
  ],
})

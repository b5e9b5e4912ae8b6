import { recordFormat } from '../../conversation/record-format'
import { asScoring, decidedPairs } from './scoring-record'
import { wholeScoring } from './whole-scoring'

const reply = (content: string) => [{ role: 'assistant', content }]

/** Pairs as TRL and other trainers take them, by the preference that follows from the labels; ties are left out. Written, not read. */
export const trl = recordFormat({
  code: 'trl',
  name: { en: 'TRL preference pairs', 'zh-CN': 'TRL 偏好对' },
  ending: '.trl.jsonl',
  // Before, all pairs of an item had its id.
  writing: 2,
  rowsOf(record) {
    const scoring = asScoring(record)
    return decidedPairs(scoring).map(({ id, chosen, rejected, decidedBy }) => ({ id, prompt: scoring.prompt, chosen: reply(chosen), rejected: reply(rejected), decided_by: decidedBy }))
  },
  fieldsOf: null,
  whole: wholeScoring,
  why: { id: { en: 'A pair needs two responses of which one is better.', 'zh-CN': '偏好对须有能分出高下的两个回答。' } },
  alwaysLoses: ['rubric', 'labels', 'scores', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict'].map((field) => ({ field, why: { en: 'A pair says which response is better, and by which score.', 'zh-CN': '偏好对只说明哪个回答更好，以及依据哪一项得分。' } })),
})

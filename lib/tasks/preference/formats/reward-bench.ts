import { rewardBenchItem } from '../../conversation/imports/reward-bench-item'
import { isOneText } from '../../conversation/one-text'
import { recordFormat } from '../../conversation/record-format'
import { rewardBenchRow } from '../../conversation/reward-bench-row'
import { answeredPair } from './answered-pair'
import { leftByPair } from './left-by-pair'
import { rowId } from '../../conversation/row-id'
import { asPreference, pairLosses, pairsOf } from './preference-record'
import { wholePreference } from './whole-preference'

/** RewardBench rows of the better response with each of the others. */
export const rewardBench = recordFormat({
  code: 'reward-bench',
  name: { en: 'RewardBench', 'zh-CN': 'RewardBench' },
  ending: '.rewardbench.jsonl',
  rowsOf(record) {
    const preference = asPreference(record)
    const pairs = pairsOf(preference)
    return pairs.map(({ chosen, rejected }, nth) => rewardBenchRow({ ...preference, id: rowId(preference.id, nth, pairs.length), chosen: chosen.text, rejected: rejected.text }))
  },
  fieldsOf: (row, place) => answeredPair(rewardBenchItem(row, place)),
  drops: (row) => ['chosen_model', 'rejected_model'].filter((name) => (row[name] ?? '') !== ''),
  leaves(record, pairs) {
    const { tags } = asPreference(record)
    const { subset } = pairs[0]!
    const isKept = subset === '' ? Object.keys(tags).length === 0 : tags['subset'] === subset && Object.keys(tags).length === 1
    return [...leftByPair(record, pairs.length), ...(isOneText(asPreference(record).prompt) ? [] : ['prompt', 'textSha256']), ...(isKept ? [] : ['tags'])]
  },
  whole: wholePreference,
  why: { ...pairLosses, prompt: { en: 'A prompt is one text: a conversation is written out with its roles.', 'zh-CN': '提问只是一段文本：对话连同各方身份写在一起。' }, tags: { en: 'Of the tags, only the subset has a place.', 'zh-CN': '标签中只有 subset 有位置。' } },
  alwaysLoses: [
    { field: 'responses', why: { en: 'A pair holds two responses, without their names.', 'zh-CN': '偏好对只有两个回答，不含其名称。' } },
    { field: 'overall', why: { en: 'Ties, strengths and items of which no response is acceptable have no place in a pair.', 'zh-CN': '偏好对中没有存放“不分高下”、强度和“均不可接受”的位置。' } },
    { field: 'prompt', why: { en: 'A prompt is one text: a conversation is written out with its roles.', 'zh-CN': '提问只是一段文本：对话连同各方身份写在一起。' } },
    'axes', 'rationale', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict',
  ],
})

import { rewardBenchItem } from '../../conversation/imports/reward-bench-item'
import { recordFormat } from '../../conversation/record-format'
import { answeredPair } from './answered-pair'
import { asPreference, pairId, pairLosses, pairsOf } from './preference-record'
import { wholePreference } from './whole-preference'

/** RewardBench rows: texts alone; the subset is the tag of that name, or else the specialty. */
export const rewardBench = recordFormat({
  code: 'reward-bench',
  name: { en: 'RewardBench', 'zh-CN': 'RewardBench' },
  ending: '.rewardbench.jsonl',
  rowsOf(record) {
    const preference = asPreference(record)
    const { id, prompt, tags, specialty } = preference
    const pairs = pairsOf(preference)
    const subset = typeof tags['subset'] === 'string' ? tags['subset'] : (specialty ?? '')
    const alone = prompt.length === 1 && prompt[0]!.role === 'user'
    const text = alone ? prompt[0]!.content : prompt.map(({ role, content }) => `${role}: ${content}`).join('\n\n')
    return pairs.map(({ chosen, rejected }, nth) => ({ id: pairId(id, nth, pairs.length), prompt: text, chosen: chosen.text, rejected: rejected.text, subset }))
  },
  fieldsOf: (row, place) => answeredPair(rewardBenchItem(row, place)),
  whole: wholePreference,
  why: { ...pairLosses, prompt: 'A prompt is one text: a conversation is written out with its roles.', tags: 'Of the tags, only the subset has a place.' },
  alwaysLoses: [
    { field: 'responses', why: 'A pair holds two responses, without their names.' },
    { field: 'overall', why: 'Ties, strengths and items of which no response is acceptable have no place in a pair.' },
    { field: 'prompt', why: 'A prompt is one text: a conversation is written out with its roles.' },
    ...['axes', 'rationale', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict'].map((field) => ({ field, why: 'There is no place for it in RewardBench.' })),
  ],
})

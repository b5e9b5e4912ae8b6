import type { RowProblem } from '@/lib/formats/item-row'
import { ultraMedicalItem } from '../../conversation/imports/ultramedical-item'
import { recordFormat, type Fields } from '../../conversation/record-format'
import type { Response } from '../../conversation/responses'
import { saidIn } from '../../conversation/said-in'
import { besidePairs } from './left-by-pair'
import { asPreference, pairsOf } from './preference-record'
import { wholePreference } from './whole-preference'

const speaker = { system: 'system', user: 'human', assistant: 'gpt' } as const

/** UltraMedical records: the better response is the conversation's last reply, all of them are `model_outputs`. */
export const ultraMedical = recordFormat({
  code: 'ultramedical',
  name: { en: 'UltraMedical', 'zh-CN': 'UltraMedical' },
  ending: '.ultramedical.json',
  array: true,
  rowsOf(record) {
    const preference = asPreference(record)
    const chosen = pairsOf(preference)[0]?.chosen
    if (!chosen) return []
    const { id, prompt, responses, tags } = preference
    return [
      {
        id,
        type: typeof tags['type'] === 'string' ? tags['type'] : '',
        conversations: [...prompt.map(({ role, content }) => ({ from: speaker[role], value: content })), { from: 'gpt', value: chosen.text }],
        answer: '',
        score: null,
        model_outputs: responses.map((response) => ({ [response.id]: response.text })),
      },
    ]
  },
  fieldsOf: (row) => answered(ultraMedicalItem(row)),
  drops: (row) => ['answer', 'score'].filter((name) => (row[name] ?? '') !== ''),
  leaves(record) {
    const { overall, responses, tags } = asPreference(record)
    const chosen = responses.find(({ id }) => id === overall?.response)
    // Of two responses in the same words, the reply is taken for the first.
    const isBare = overall?.strength === null && responses.find(({ text }) => text === chosen?.text) === chosen
    const type = typeof tags['type'] === 'string' && tags['type'] !== ''
    return [...saidIn(record, besidePairs), ...(isBare ? [] : ['overall']), ...(Object.keys(tags).length === Number(type) ? [] : ['tags'])]
  },
  whole: wholePreference,
  why: { id: { en: 'The last reply is the better response: an item without one is left out.', 'zh-CN': '最后一条回复即更好的回答：没有更好回答的条目不写出。' }, overall: { en: 'There is no strength in UltraMedical.', 'zh-CN': 'UltraMedical 中没有强度。' }, tags: { en: 'Of the tags, only the type has a place.', 'zh-CN': '标签中只有 type 有位置。' } },
  alwaysLoses: [
    { field: 'overall', why: { en: 'Ties, strengths and items of which no response is acceptable have no place in UltraMedical.', 'zh-CN': 'UltraMedical 中没有存放“不分高下”、强度和“均不可接受”的位置。' } },
    'axes', 'rationale', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict',
  ],
})

/** The outputs under their models' names; the reply says which is better where it is one of them and of no other wording. */
function answered(item: Fields | RowProblem): Fields | RowProblem {
  if ('reason' in item) return item
  const { sealed, responses, ...fields } = item
  const { models = {}, reply = null } = sealed as { models?: Record<string, string>; reply?: string | null }
  const named = (responses as Response[]).map(({ id, text }) => ({ id: models[id] ?? id, text }))
  const chosen = named.find(({ text }) => text === reply)
  if (!chosen) return { field: 'conversations', reason: 'no-answer' }
  return { ...fields, responses: named, overall: { pick: 'response', response: chosen.id, strength: null } }
}

import { recordFormat } from '../../conversation/record-format'
import { asAuthored } from './authored-record'
import { wholeAuthored } from './whole-authored'

const reasons = { id: { en: 'There is something to score only where an item has a rubric and responses.', 'zh-CN': '只有既有细则又有回答的条目才可评分。' } }

/** Items of a study that scores responses by these rubrics, as its native import reads them. Written, not read. */
export const scoringItems = recordFormat({
  code: 'scoring-items',
  name: { en: 'Items for rubric scoring', 'zh-CN': '细则评分的条目' },
  ending: '.scoring-items.jsonl',
  rowsOf(record) {
    const { id, prompt, rubric, responses } = asAuthored(record)
    if (!rubric || responses.length === 0) return []
    const head = Object.fromEntries(['language', 'specialty', 'group', 'source', 'licence', 'tags'].flatMap((name) => (record[name] === null || record[name] === undefined ? [] : [[name, record[name]]])))
    return [{ id, prompt, rubric, responses, ...head }]
  },
  fieldsOf: null,
  whole: wholeAuthored,
  why: reasons,
  alwaysLoses: [
    { field: 'id', why: reasons.id },
    ...['draft', 'references', 'review', 'reasons', 'provenance', 'verdict'].map((field) => ({ field, why: { en: 'Whoever scores sees the instruction, the rubric and the responses alone.', 'zh-CN': '评分者只看到提问、细则和回答。' } })),
  ],
})

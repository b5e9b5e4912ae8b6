import { recordFormat } from '../../conversation/record-format'
import { criterionPairs } from './criterion-pairs'
import { asScoring } from './scoring-record'
import { wholeScoring } from './whole-scoring'

/** One row for each criterion of each pair of responses, for reward models that judge by criterion. Written, not read. */
export const explicitCriteria = recordFormat({
  code: 'explicit-criteria',
  name: { en: 'Explicit-criteria pairs', 'zh-CN': '显式标准偏好对' },
  ending: '.criteria.jsonl',
  // Before, what costs points outside of the vetoes was labelled as if meeting it were good.
  writing: 2,
  rowsOf: (record) => criterionPairs(asScoring(record)),
  fieldsOf: null,
  whole: wholeScoring,
  why: { id: { en: 'A pair needs two responses with labels, and a criterion that applies to both.', 'zh-CN': '偏好对须有两个已评判的回答，以及对二者都适用的标准。' } },
  alwaysLoses: [
    { field: 'labels', why: { en: 'Rationales and quotations have no place in a pair, nor has a criterion that applies to only one response.', 'zh-CN': '偏好对中没有存放理由和引文的位置，也没有只适用于一个回答的标准的位置。' } },
    'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict',
  ],
})

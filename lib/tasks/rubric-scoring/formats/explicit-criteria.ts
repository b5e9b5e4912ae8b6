import { recordFormat } from '../../conversation/record-format'
import { criterionPairs } from './criterion-pairs'
import { asScoring } from './scoring-record'
import { wholeScoring } from './whole-scoring'

/** One row for each criterion of each pair of responses, for reward models that judge by criterion. Written, not read. */
export const explicitCriteria = recordFormat({
  code: 'explicit-criteria',
  name: { en: 'Explicit-criteria pairs', 'zh-CN': '显式标准偏好对' },
  ending: '.criteria.jsonl',
  rowsOf: (record) => criterionPairs(asScoring(record)),
  fieldsOf: null,
  whole: wholeScoring,
  why: { id: 'A pair needs two responses with labels, and a criterion that applies to both.' },
  alwaysLoses: [
    { field: 'labels', why: 'Rationales and quotations have no place in a pair, nor has a criterion that applies to only one response.' },
    ...['language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict'].map((field) => ({ field, why: 'There is no place for it in a pair.' })),
  ],
})

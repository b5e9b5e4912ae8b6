import { recordFormat } from '../../conversation/record-format'
import { rewardBenchRow } from '../../conversation/reward-bench-row'
import { asScoring, decidedPairs } from './scoring-record'
import { wholeScoring } from './whole-scoring'

/** RewardBench rows, by the preference that follows from the labels; ties are left out. Written, not read. */
export const rewardBench = recordFormat({
  code: 'reward-bench',
  name: { en: 'RewardBench', 'zh-CN': 'RewardBench' },
  ending: '.rewardbench.jsonl',
  rowsOf(record) {
    const scoring = asScoring(record)
    return decidedPairs(scoring).map((pair) => rewardBenchRow({ ...scoring, ...pair }))
  },
  fieldsOf: null,
  whole: wholeScoring,
  why: { id: { en: 'A pair needs two responses of which one is better.', 'zh-CN': '偏好对须有能分出高下的两个回答。' } },
  alwaysLoses: ['rubric', 'labels', 'scores', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict'].map((field) => ({ field, why: { en: 'A pair says which response is better, and the subset it is of.', 'zh-CN': '偏好对只说明哪个回答更好，以及所属的子集。' } })),
})

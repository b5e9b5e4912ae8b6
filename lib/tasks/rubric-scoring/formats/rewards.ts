import { recordFormat } from '../../conversation/record-format'
import { countsByPoints } from '../../rubric/counts-by-points'
import { asScoring, textsOf } from './scoring-record'
import { wholeScoring } from './whole-scoring'

/** One row a response: prompt, completion, the S-triple and the reward with its settings; where signed points count, their score alone, and without settings no reward. Written, not read. */
export const rewards = recordFormat({
  code: 'rewards',
  name: { en: 'Reward-annotated responses', 'zh-CN': '带奖励值的回答' },
  ending: '.rewards.jsonl',
  rowsOf(record) {
    const scoring = asScoring(record)
    const texts = textsOf(scoring)
    return scoring.scores.map(({ response, s1, s2, s3, reward }) => ({
      id: scoring.id,
      response,
      prompt: scoring.prompt,
      completion: texts.get(response)!,
      s1,
      s2,
      s3,
      reward,
      ...((countsByPoints(scoring.rubric) ? null : scoring.rubric.reward) ?? { alpha: null, beta: null, lambda: null }),
    }))
  },
  fieldsOf: null,
  whole: wholeScoring,
  why: { id: { en: 'Without labels there is no reward.', 'zh-CN': '没有判断就没有奖励值。' } },
  alwaysLoses: ['rubric', 'labels', 'preferences', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict'].map((field) => ({ field, why: { en: 'A row holds a response and its scores.', 'zh-CN': '每行只有一个回答及其得分。' } })),
})

import type { Localised } from '@/lib/locale'
import { lostBeside } from '../../conversation/lost-beside'
import { isProblem, recordFormat } from '../../conversation/record-format'
import { rowId } from '../../conversation/row-id'
import { fieldsOfHealthBench, healthBenchFields, type HealthBenchRow } from '../../rubric/healthbench-fields'
import { healthBenchHead } from '../../rubric/healthbench-head'
import { pointsOfRubric } from '../../rubric/healthbench-rubric'
import { isMet } from '../../rubric/is-met'
import type { JsonObject } from '../../task'
import { provisionalReward } from '../../rubric/reward'
import type { CriterionLabel } from '../judgment'
import { labelsOf, scored } from '../scores'
import { asScoring, type ScoringRecord } from './scoring-record'
import { wholeScoring } from './whole-scoring'

const reasons: Record<string, Localised> = {
  'rubric.criteria': { en: 'A criterion becomes its words, signed points and tags; a weight becomes tenths of the whole.', 'zh-CN': '标准只保留文字、正负分值和标签；权重化为总和的十分之几。' },
  rubric: {
    en: 'A criterion becomes its words, signed points and tags. A veto becomes a criterion of −10 points, which other points can outweigh: in HealthBench nothing is beyond making up for.',
    'zh-CN': '标准只保留文字、正负分值和标签。否决项成为 −10 分的标准，可被其他分值抵消：HealthBench 中没有不可弥补之事。',
  },
  labels: { en: 'A criterion is met or not: a part and "not applicable" become "not met", and quotations have no place.', 'zh-CN': '标准只有符合与不符合：“部分符合”和“不适用”成为“不符合”，引文没有位置。' },
  responses: { en: 'A record holds one response, without its name; several become several records.', 'zh-CN': '每条记录只有一个回答，不含其名称；多个回答成为多条记录。' },
  id: { en: 'A record holds one response; several become several records.', 'zh-CN': '每条记录只有一个回答；多个回答成为多条记录。' },
  scores: { en: 'What follows from the labels is computed anew from what is left of them.', 'zh-CN': '由判断得出的结果按剩余的判断重新计算。' },
  preferences: { en: 'What follows from the labels is computed anew from what is left of them.', 'zh-CN': '由判断得出的结果按剩余的判断重新计算。' },
  tags: { en: 'Of the tags, only those of the example and the canary have a place.', 'zh-CN': '标签中只有 example_tags 和 canary 有位置。' },
}

/**
 * HealthBench's records: a rubric of signed points, and where there are labels, one record a response with its completion and
 * which criteria it meets, as graders of the set write them.
 */
export const healthBench = recordFormat({
  code: 'healthbench',
  name: { en: 'HealthBench', 'zh-CN': 'HealthBench' },
  ending: '.healthbench.jsonl',
  rowsOf(record) {
    const scoring = asScoring(record)
    const { responses } = scoring
    if (responses.length === 0) return [rowOf(scoring, scoring.id, null)]
    return responses.map((response, nth) => rowOf(scoring, rowId(scoring.id, nth, responses.length), response))
  },
  // Points count: no reward follows by these settings, and verdicts' records have them all the same.
  fieldsOf(row) {
    const fields = healthBenchFields(row)
    return isProblem(fields) ? fields : { ...fields, rubric: { ...(fields['rubric'] as object), reward: provisionalReward } }
  },
  leaves(record, [row]) {
    const { rubric, responses, labels = [], tags, ...head } = fieldsOfHealthBench(row as HealthBenchRow) as Pick<ScoringRecord, 'rubric' | 'responses' | 'tags'> & { labels?: CriterionLabel[] }
    const whole = { ...rubric, criteria: rubric.criteria.map((one) => ({ ...one, since: null })), reward: provisionalReward }
    const follows = labels.length > 0 ? scored({ rubric: whole, responses }, labels) : { scores: [], preferences: [] }
    return lostBeside(record, { ...head, rubric: whole, responses, labels, tags, ...follows }, { answered: labels.length > 0 })
  },
  whole: wholeScoring,
  why: reasons,
  alwaysLoses: [
    { field: 'rubric', why: reasons['rubric']! },
    ...['labels', 'responses', 'scores', 'preferences', 'tags'].map((field) => ({ field, why: reasons[field]! })),
    'language', 'specialty', 'group', 'source', 'licence', 'verdict',
  ],
})

function rowOf(scoring: ScoringRecord, id: string, response: { id: string; text: string } | null): JsonObject {
  const { rubric, labels } = scoring
  const own = response && labels.length > 0 ? { response, labels: labelsOf(response.id, labels) } : null
  return {
    ...healthBenchHead(id, scoring),
    rubrics: pointsOfRubric(rubric).map((row, nth) => {
      const criterion = rubric.criteria[nth]!.id
      const rationale = labels.find((label) => label.response === response?.id && label.criterion === criterion)?.rationale ?? ''
      return { ...row, ...(own ? { criteria_met: isMet(own.labels.get(criterion)!) } : {}), ...(rationale === '' ? {} : { explanation: rationale }) }
    }),
    ...(response ? { completion: response.text } : {}),
  }
}

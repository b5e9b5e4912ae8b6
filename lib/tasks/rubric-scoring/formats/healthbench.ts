import { recordFormat } from '../../conversation/record-format'
import { healthBenchFields } from '../../rubric/healthbench-fields'
import { healthBenchHead } from '../../rubric/healthbench-head'
import { pointsOfRubric } from '../../rubric/healthbench-rubric'
import { isMet } from '../../rubric/is-met'
import type { JsonObject } from '../../task'
import { labelsOf } from '../scores'
import { asScoring, type ScoringRecord } from './scoring-record'
import { wholeScoring } from './whole-scoring'

const veto = 'A veto becomes a criterion of −10 points, which other points can outweigh: in HealthBench nothing is beyond making up for.'
const reasons: Record<string, string> = {
  'rubric.criteria': 'A criterion becomes its words, signed points and tags; a weight becomes tenths of the whole.',
  rubric: `A criterion becomes its words, signed points and tags. ${veto}`,
  labels: 'A criterion is met or not: a part and "not applicable" become "not met", and quotations have no place.',
  responses: 'A record holds one response, without its name; several become several records.',
  id: 'A record holds one response; several become several records.',
  scores: 'What follows from the labels is computed anew from what is left of them.',
  preferences: 'What follows from the labels is computed anew from what is left of them.',
  tags: 'Of the tags, only those of the example and the canary have a place.',
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
    return responses.map((response, nth) => rowOf(scoring, responses.length === 1 ? scoring.id : `${scoring.id}/${nth + 1}`, response))
  },
  fieldsOf: (row) => healthBenchFields(row),
  whole: wholeScoring,
  why: reasons,
  alwaysLoses: [
    { field: 'rubric', why: reasons['rubric']! },
    ...['labels', 'responses', 'scores', 'preferences', 'tags'].map((field) => ({ field, why: reasons[field]! })),
    ...['language', 'specialty', 'group', 'source', 'licence', 'verdict'].map((field) => ({ field, why: 'There is no place for it in HealthBench.' })),
  ],
})

function rowOf(scoring: ScoringRecord, id: string, response: { id: string; text: string } | null): JsonObject {
  const { rubric, labels } = scoring
  const own = response && labels.length > 0 ? { response, labels: labelsOf(response.id, labels) } : null
  return {
    ...healthBenchHead(id, scoring),
    rubrics: pointsOfRubric(rubric.criteria).map((row, nth) => {
      const criterion = rubric.criteria[nth]!.id
      const rationale = labels.find((label) => label.response === response?.id && label.criterion === criterion)?.rationale ?? ''
      return { ...row, ...(own ? { criteria_met: isMet(own.labels.get(criterion)!) } : {}), ...(rationale === '' ? {} : { explanation: rationale }) }
    }),
    ...(response ? { completion: response.text } : {}),
  }
}

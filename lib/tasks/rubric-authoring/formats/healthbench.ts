import { recordFormat } from '../../conversation/record-format'
import { healthBenchFields } from '../../rubric/healthbench-fields'
import { healthBenchHead } from '../../rubric/healthbench-head'
import { pointsOfRubric } from '../../rubric/healthbench-rubric'
import { asAuthored } from './authored-record'
import { wholeAuthored } from './whole-authored'

const reasons: Record<string, string> = {
  id: 'Without a rubric there is no record.',
  rubric: 'A criterion becomes its words, signed points and tags; a veto becomes a criterion of −10 points, which other points can outweigh.',
  'rubric.criteria': 'A criterion becomes its words, signed points and tags; a weight becomes tenths of the whole, and a veto −10 points, which others can outweigh.',
  provenance: 'Where a criterion comes from is computed anew from what is left.',
  tags: 'Of the tags, only those of the example and the canary have a place.',
}

/** HealthBench's records without completions: an instruction and its rubric of signed points. */
export const healthBench = recordFormat({
  code: 'healthbench',
  name: { en: 'HealthBench', 'zh-CN': 'HealthBench' },
  ending: '.healthbench.jsonl',
  rowsOf(record) {
    const authored = asAuthored(record)
    const { id, rubric } = authored
    return rubric ? [{ ...healthBenchHead(id, authored), rubrics: pointsOfRubric(rubric.criteria) }] : []
  },
  fieldsOf(row) {
    const fields = healthBenchFields(row)
    if ('reason' in fields) return fields
    const { labels: _, ...rest } = fields
    return rest
  },
  whole: wholeAuthored,
  why: reasons,
  alwaysLoses: [
    { field: 'id', why: reasons['id']! },
    { field: 'rubric', why: reasons['rubric']! },
    { field: 'provenance', why: reasons['provenance']! },
    { field: 'tags', why: reasons['tags']! },
    ...['draft', 'references', 'responses', 'review', 'reasons', 'language', 'specialty', 'group', 'source', 'licence', 'verdict'].map((field) => ({ field, why: 'There is no place for it in HealthBench.' })),
  ],
})

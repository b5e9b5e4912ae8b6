import type { Localised } from '@/lib/locale'
import { lostBeside } from '../../conversation/lost-beside'
import { recordFormat } from '../../conversation/record-format'
import { fieldsOfHealthBench, healthBenchFields, type HealthBenchRow } from '../../rubric/healthbench-fields'
import { healthBenchHead } from '../../rubric/healthbench-head'
import { pointsOfRubric } from '../../rubric/healthbench-rubric'
import type { ItemRubric } from '../../rubric/rubric-schema'
import { provenanceOf } from '../record'
import { asAuthored } from './authored-record'
import { wholeAuthored } from './whole-authored'

const reasons: Record<string, Localised> = {
  id: { en: 'Without a rubric there is no record.', 'zh-CN': '没有细则就没有记录。' },
  rubric: { en: 'A criterion becomes its words, signed points and tags; a veto becomes a criterion of −10 points, which other points can outweigh.', 'zh-CN': '标准只保留文字、正负分值和标签；否决项成为 −10 分的标准，可被其他分值抵消。' },
  'rubric.criteria': { en: 'A criterion becomes its words, signed points and tags; a weight becomes tenths of the whole, and a veto −10 points, which others can outweigh.', 'zh-CN': '标准只保留文字、正负分值和标签；权重化为总和的十分之几，否决项成为 −10 分，可被其他分值抵消。' },
  provenance: { en: 'Where a criterion comes from is computed anew from what is left.', 'zh-CN': '标准的出处由剩余内容重新推算。' },
  tags: { en: 'Of the tags, only those of the example and the canary have a place.', 'zh-CN': '标签中只有 example_tags 和 canary 有位置。' },
}

/** HealthBench's records without completions: an instruction and its rubric of signed points. */
export const healthBench = recordFormat({
  code: 'healthbench',
  name: { en: 'HealthBench', 'zh-CN': 'HealthBench' },
  ending: '.healthbench.jsonl',
  rowsOf(record) {
    const authored = asAuthored(record)
    const { id, rubric } = authored
    return rubric ? [{ ...healthBenchHead(id, authored), rubrics: pointsOfRubric(rubric) }] : []
  },
  fieldsOf(row) {
    const fields = healthBenchFields(row)
    if ('reason' in fields) return fields
    const { labels: _, ...rest } = fields
    return rest
  },
  leaves(record, [row]) {
    const { labels: _, rubric, ...fields } = fieldsOfHealthBench(row as HealthBenchRow) as Record<string, unknown> & { rubric: Omit<ItemRubric, 'reward'> }
    const criteria = rubric.criteria.map((one) => ({ ...one, since: null }))
    const unsaid = { draft: null, references: [], review: null, reasons: [], provenance: provenanceOf(criteria, null, 'consensus', undefined) }
    return lostBeside(record, { ...fields, ...unsaid, rubric: { ...rubric, criteria, reward: null } }, { answered: true })
  },
  drops: (row) => ((row as HealthBenchRow).rubrics.some(({ criteria_met }) => typeof criteria_met === 'boolean') ? ['rubrics.criteria_met'] : []),
  whole: wholeAuthored,
  why: reasons,
  alwaysLoses: [
    { field: 'id', why: reasons['id']! },
    { field: 'rubric', why: reasons['rubric']! },
    { field: 'provenance', why: reasons['provenance']! },
    { field: 'tags', why: reasons['tags']! },
    'draft', 'references', 'responses', 'review', 'reasons', 'language', 'specialty', 'group', 'source', 'licence', 'verdict',
  ],
})

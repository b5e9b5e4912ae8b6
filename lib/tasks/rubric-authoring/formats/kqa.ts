import type { Localised } from '@/lib/locale'
import { oneText } from '../../conversation/one-text'
import { isProblem, recordFormat } from '../../conversation/record-format'
import { inGroup } from '../../rubric/criterion'
import { kqaItem } from '../../rubric/kqa-item'
import { asAuthored } from './authored-record'
import { wholeAuthored } from './whole-authored'

const reasons = {
  id: { en: 'K-QA has no ids: a record is known by its line. Without proficiency and excellence there is no record.', 'zh-CN': 'K-QA 没有编号，记录以行号为准；没有专业性与卓越性标准就没有记录。' },
  prompt: { en: 'A question is one text: a conversation is written out with its roles.', 'zh-CN': '提问只是一段文本：对话连同各方身份写在一起。' },
  rubric: { en: 'A criterion becomes a statement that an answer must have or that is nice to have; weights and vetoes have no place.', 'zh-CN': '标准成为“必须包含”或“最好包含”的陈述；权重与否决项没有位置。' },
  provenance: { en: 'Where a criterion comes from is computed anew from what is left.', 'zh-CN': '标准的出处由剩余内容重新推算。' },
  tags: { en: 'Of the tags, only icd10 has a place.', 'zh-CN': '标签中只有 icd10 有位置。' },
  reference: { en: 'An ideal answer is one text.', 'zh-CN': '理想答案只是一段文本。' },
} satisfies Record<string, Localised>

/** K-QA records: a question, what an answer to it must have and what is nice to have, and a physician's own answer. */
export const kqa = recordFormat({
  code: 'kqa',
  name: { en: 'K-QA', 'zh-CN': 'K-QA' },
  ending: '.kqa.jsonl',
  rowsOf(record) {
    const { prompt, rubric, tags, source, reference } = asAuthored(record)
    const said = (group: 'main' | 'bonus') => inGroup(rubric?.criteria ?? [], group).map(({ text }) => text)
    const [must, nice] = [said('main'), said('bonus')]
    if (must.length + nice.length === 0) return []
    return [
      {
        Question: oneText(prompt),
        Free_form_answer: typeof reference === 'string' ? reference : '',
        Must_have: must,
        Nice_to_have: nice,
        Sources: source ?? '',
        ICD_10_diag: typeof tags['icd10'] === 'string' ? tags['icd10'] : '',
      },
    ]
  },
  fieldsOf(row, place) {
    const fields = kqaItem(row, place)
    if (isProblem(fields)) return fields
    const { responses, sealed: _, ...item } = fields
    const [answer] = responses as { text: string }[]
    return { ...item, ...(answer ? { reference: answer.text } : {}) }
  },
  whole: wholeAuthored,
  why: { ...reasons, 'rubric.criteria': reasons.rubric },
  alwaysLoses: [
    ...(['id', 'prompt', 'rubric', 'provenance', 'tags', 'reference'] as const).map((field) => ({ field, why: reasons[field] })),
    'draft', 'references', 'responses', 'review', 'reasons', 'language', 'specialty', 'group', 'licence', 'verdict',
  ],
})

import { recordFormat } from '../../conversation/record-format'
import { asAuthored } from './authored-record'
import { exampleRow } from './example-row'
import { wholeAuthored } from './whole-authored'

const reasons = { id: { en: 'Only rubrics that were written or corrected are examples.', 'zh-CN': '只有撰写或修改过的细则才作为示例。' } }

/** Few-shot examples for whatever drafts rubrics: an instruction, its rubric, and the draft that was corrected. Written, not read. */
export const examples = recordFormat({
  code: 'examples',
  name: { en: 'Few-shot examples', 'zh-CN': '少样本示例' },
  ending: '.examples.jsonl',
  rowsOf(record) {
    const { id, prompt, draft, rubric, review, reasons } = asAuthored(record)
    // What was passed teaches nothing that the model does not do already.
    if (!rubric || review === 'pass') return []
    return [exampleRow({ id, prompt, draft: draft?.criteria ?? null, criteria: rubric.criteria, counting: rubric.counting, reasons })]
  },
  fieldsOf: null,
  whole: wholeAuthored,
  why: reasons,
  alwaysLoses: [
    { field: 'id', why: reasons.id },
    ...['rubric', 'references', 'responses', 'review', 'provenance', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict'].map((field) => ({ field, why: { en: 'An example holds an instruction, its rubric and what was wrong with the draft.', 'zh-CN': '示例只有提问、细则，以及草稿的问题所在。' } })),
  ],
})

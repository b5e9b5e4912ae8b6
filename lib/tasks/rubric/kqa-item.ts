import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { problemOfShape } from '@/lib/formats/shape-problem'
import type { Fields, Place } from '../conversation/record-format'
import { maxCriteria, type Criterion } from './criterion'
import { normalisedWeights } from './weights'

/** The set has blank statements; they say nothing. */
const statements = z
  .array(z.string().max(4_000))
  .max(maxCriteria)
  .nullish()
  .transform((said) => (said ?? []).filter((text) => text.trim() !== ''))
const rowSchema = z.strictObject({
  Question: z.string().min(1),
  Free_form_answer: z.string().nullish(),
  Must_have: statements,
  Nice_to_have: statements,
  Sources: z.string().nullish(),
  ICD_10_diag: z.string().nullish(),
})

/**
 * A K-QA record as an item: what an answer must have is proficiency, all of it equally; what is nice to have is excellence. The
 * physician's own answer is the response to be scored. The set has no ids, so the line makes one.
 */
export function kqaItem(row: Fields, { stem, line }: Place): Fields | RowProblem {
  const read = rowSchema.safeParse(row)
  if (!read.success) return problemOfShape(read.error, row)
  const { Question, Free_form_answer: answer, Must_have, Nice_to_have, Sources, ICD_10_diag } = read.data
  const weights = normalisedWeights(Must_have.map(() => ({ weight: 1, locked: false })))
  if (typeof weights === 'string') throw new Error(`no weight is locked, and yet: ${weights}`)
  const criterion = (group: 'main' | 'bonus', text: string, nth: number): Criterion => ({
    id: `${group === 'main' ? 'must' : 'nice'}-${nth + 1}`,
    group,
    text,
    axis: group === 'main' ? 'completeness' : '',
    weight: group === 'main' ? weights[nth]! : 0,
    locked: false,
    points: null,
    rationale: '',
    evidence: '',
    tags: [],
    origin: { kind: 'written', from: [] },
    since: null,
  })
  return {
    id: `${stem}:${line}`,
    prompt: [{ role: 'user', content: Question }],
    rubric: {
      version: 1,
      criteria: [...Must_have.map((text, nth) => criterion('main', text, nth)), ...Nice_to_have.map((text, nth) => criterion('bonus', text, nth))],
    },
    responses: answer ? [{ id: 'r1', text: answer }] : [],
    source: Sources || null,
    tags: ICD_10_diag ? { icd10: ICD_10_diag } : {},
    sealed: answer ? { authors: { r1: 'physician' } } : {},
  }
}

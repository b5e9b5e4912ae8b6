import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { problemOfShape } from '@/lib/formats/shape-problem'
import type { Fields } from '../conversation/record-format'
import { mostPoints } from './groups'
import { labelOfMet, rubricOfPoints } from './healthbench-rubric'

const rowSchema = z.strictObject({
  prompt_id: z.string().min(1),
  prompt: z.array(z.strictObject({ role: z.string(), content: z.string() })).min(1),
  example_tags: z.array(z.string()).nullish(),
  rubrics: z
    .array(
      z.strictObject({
        criterion: z.string().min(1).max(4_000),
        points: z.int().min(-mostPoints).max(mostPoints),
        tags: z.array(z.string().min(1).max(200)).max(50).nullish(),
        criteria_met: z.boolean().nullish(),
        explanation: z.string().nullish(),
      }),
    )
    .min(1)
    .max(100),
  ideal_completions_data: z.unknown().optional(),
  canary: z.string().nullish(),
  completion: z.string().nullish(),
  score: z.number().nullish(),
})

/**
 * What a HealthBench record, graded or not, says in our words: prompt, rubric, the completion as a response, and its labels with
 * the graders' explanations. Tags keep the example's tags and the canary, which has to stay with the data. A score follows from
 * the labels and is not kept. `reference`: the ideal completions, for a seal.
 */
export function healthBenchFields(row: Fields): Fields | RowProblem {
  const read = rowSchema.safeParse(row)
  return read.success ? fieldsOfHealthBench(read.data) : problemOfShape(read.error, row)
}

export type HealthBenchRow = z.output<typeof rowSchema>

/** The same of a row that is known to be one, such as one just written. */
export function fieldsOfHealthBench({ prompt_id: id, prompt, example_tags, rubrics, ideal_completions_data, canary, completion }: HealthBenchRow): Fields | RowProblem {
  const rubric = rubricOfPoints(rubrics.map(({ criterion, points, tags }) => ({ criterion, points, tags: tags ?? [] })))
  const graded = rubrics.flatMap(({ points, criteria_met, explanation }, nth) =>
    typeof criteria_met === 'boolean' ? [{ response: 'r1', criterion: `c${nth + 1}`, label: labelOfMet(points, criteria_met), rationale: explanation ?? '', evidence: [] }] : [],
  )
  if (graded.length > 0 && (graded.length < rubrics.length || typeof completion !== 'string')) return { field: 'rubrics', reason: 'no-answer' }
  return {
    id,
    prompt,
    rubric,
    responses: typeof completion === 'string' ? [{ id: 'r1', text: completion }] : [],
    tags: { ...(example_tags ? { example_tags } : {}), ...(canary ? { canary } : {}) },
    ...(ideal_completions_data === undefined || ideal_completions_data === null ? {} : { reference: ideal_completions_data }),
    ...(graded.length > 0 ? { labels: graded } : {}),
  }
}

/** Two systems on the frozen verdicts: a reward model that scores responses, and a grader that says which criteria are met. */
import type { JsonObject } from '@/lib/tasks/task'
import type { PlayedSubmission } from '../../played'
import { weiss } from '../../who'
import { messages } from '../messages'

const scores = (id: string, a: number, b: number, c?: number): JsonObject => ({ id, scores: { a, b, ...(c === undefined ? {} : { c }) } })

/** A word for each response, a digit for each criterion: 1 met, or of a veto violated. */
const met = (id: string, words: Readonly<Record<string, string>>): JsonObject => {
  const { rubric } = messages.find((message) => message.id === id)!
  return { id, met: Object.fromEntries(Object.entries(words).map(([response, digits]) => [response, Object.fromEntries(rubric.map(({ id: criterion }, nth) => [criterion, digits[nth] === '1']))])) }
}

export const submissions: PlayedSubmission[] = [
  {
    by: weiss,
    system: 'kestrel-reward 7B',
    description: 'Scalar reward model, trained on public preference pairs; no medical fine-tuning.',
    predictions: [
      scores('pm-01', 2.41, -0.37), scores('pm-02', 1.92, 0.44, 0.86), scores('pm-03', 1.35, 0.92), scores('pm-04', 2.78, 1.64),
      scores('pm-05', 1.71, 1.88), scores('pm-07', 0.94, 1.12), scores('pm-08', 1.83, -0.12, 0.41), scores('pm-09', 2.03, 0.97),
    ], // prettier-ignore
  },
  {
    by: weiss,
    system: 'rubric-grader mini',
    description: 'Prompted grader: one call for each criterion, greedy decoding.',
    predictions: [
      met('pm-01', { a: '11110', b: '01001' }),
      met('pm-02', { a: '111110', b: '000001', c: '001000' }),
      met('pm-03', { a: '11110', b: '00100' }),
      met('pm-04', { a: '111110', b: '111000' }),
      met('pm-05', { a: '11110', b: '11000' }),
      met('pm-07', { a: '11010', b: '00000' }),
      met('pm-08', { a: '11110', b: '00001', c: '11000' }),
      met('pm-09', { a: '11110', b: '10010' }),
    ],
  },
]

/** Every task's way to show how a prediction did on an item, by its code. A new task adds its line here. */
import { lazy, type ComponentType } from 'react'
import { ErrorSpansOutcome } from './error-spans/error-spans-outcome'

/** `view`: what the task's evaluation made of the item and the prediction. */
export type OutcomeProps = { text: string; language: string | null; view: unknown }

const outcomes = {
  'error-spans': ErrorSpansOutcome,
  'rubric-scoring': lazy(() => import('./rubric-scoring/rubric-scoring-outcome').then(({ RubricScoringOutcome }) => ({ default: RubricScoringOutcome }))),
  preference: lazy(() => import('./preference/preference-outcome').then(({ PreferenceOutcome }) => ({ default: PreferenceOutcome }))),
} as const satisfies Record<string, ComponentType<OutcomeProps>>

/** May be loaded late: stands in a Suspense. */
export function taskOutcome(task: string): ComponentType<OutcomeProps> {
  if (!Object.hasOwn(outcomes, task)) throw new Error(`no task is called ${task}`)
  return outcomes[task as keyof typeof outcomes]
}

/** Every task's way to show an item and an answer that stands, by its code; apart from task-parts, so that no editor comes with it. */
import type { ComponentType } from 'react'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import { ErrorSpansAnswer } from './error-spans/error-spans-answer'
import { PreferenceAnswer } from './preference/preference-answer'
import { PreferenceItem } from './preference/preference-item'
import { RubricAuthoringAnswer } from './rubric-authoring/rubric-authoring-answer'
import { RubricAuthoringItem } from './rubric-authoring/rubric-authoring-item'
import { RubricScoringAnswer } from './rubric-scoring/rubric-scoring-answer'
import { RubricScoringItem } from './rubric-scoring/rubric-scoring-item'

export type AnswerProps = {
  /** A judgment, or a verdict's answer. */
  answer: unknown
  /** The form of the protocol that it was given under; null where it is not known. */
  form: unknown
  language: string | null
  /** The item's own content, as its task keeps it; null where only the answer is at hand. */
  content: unknown
  /** Set where it is shown to somebody who judges: then nothing that the study keeps from them. */
  toJudge?: true
  /** Of a verdict: those before it, newest first. */
  earlier?: readonly { version: number; answer: unknown }[]
}

/** `axes`: what the study calls those that its items speak of. */
export type ItemProps = { content: unknown; language: string | null; axes?: readonly NamedAxis[] }

const answers = {
  'error-spans': ErrorSpansAnswer,
  'rubric-authoring': RubricAuthoringAnswer,
  'rubric-scoring': RubricScoringAnswer,
  preference: PreferenceAnswer,
} as const satisfies Record<string, ComponentType<AnswerProps>>

export function taskAnswer(task: string): ComponentType<AnswerProps> {
  if (!Object.hasOwn(answers, task)) throw new Error(`no task is called ${task}`)
  return answers[task as keyof typeof answers]
}

/** Only of tasks whose items are more than the one text that stands for them. */
const items: Readonly<Record<string, ComponentType<ItemProps>>> = { 'rubric-authoring': RubricAuthoringItem, 'rubric-scoring': RubricScoringItem, preference: PreferenceItem }

export const taskItem = (task: string): { Item: ComponentType<ItemProps> | null } => ({ Item: items[task] ?? null })

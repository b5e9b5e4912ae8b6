/** Every task's way to show an answer that stands, by its code; apart from task-parts, so that no editor comes with it. */
import type { ComponentType } from 'react'
import { ErrorSpansAnswer } from './error-spans/error-spans-answer'

export type AnswerProps = {
  /** A judgment, or a verdict's answer. */
  answer: unknown
  /** The form of the protocol that it was given under; null where it is not known. */
  form: unknown
  language: string | null
  /** The item's own content, as its task keeps it; null where only the answer is at hand. */
  content: unknown
}

const answers = { 'error-spans': ErrorSpansAnswer } as const satisfies Record<string, ComponentType<AnswerProps>>

export function taskAnswer(task: string): ComponentType<AnswerProps> {
  if (!Object.hasOwn(answers, task)) throw new Error(`no task is called ${task}`)
  return answers[task as keyof typeof answers]
}

/** How each task's protocol is written, read and compared, by its code. A new task adds its line here. */
import type { ComponentType } from 'react'
import type { z } from 'zod'
import { errorSpansProtocol } from './error-spans/protocol/error-spans-protocol'
import { preferenceProtocol } from './preference/protocol/preference-protocol'
import { rubricAuthoringProtocol } from './rubric-authoring/protocol/rubric-authoring-protocol'
import { rubricScoringProtocol } from './rubric-scoring/protocol/rubric-scoring-protocol'

/** `form` of either: what the server parsed with the task's own schema, or a draft that is still being written. */
export type FormEditorProps = { form: unknown; onChange: (form: unknown) => void; problems: ReadonlyMap<string, string> }

export type TaskProtocol = {
  schema: z.ZodType
  /** The form in parts, each with its tab; every path of the form is held by one of them. */
  parts: readonly {
    value: string
    /** A message's whole key. */
    label: string
    holds: (path: string) => boolean
    Editor: ComponentType<FormEditorProps>
  }[]
  View: ComponentType<{ form: unknown }>
  Difference: ComponentType<{ from: unknown; to: unknown }>
}

const protocols = {
  'error-spans': errorSpansProtocol,
  'rubric-authoring': rubricAuthoringProtocol,
  'rubric-scoring': rubricScoringProtocol,
  preference: preferenceProtocol,
} as const satisfies Record<string, TaskProtocol>

export function taskProtocol(task: string): TaskProtocol {
  if (!Object.hasOwn(protocols, task)) throw new Error(`no task is called ${task}`)
  return protocols[task as keyof typeof protocols]
}

/** What a study of each task fixes for its judgments, as a form's fields, by the task's code. A new task adds its line here. */
import type { ComponentType } from 'react'
import { ErrorSpansSettings } from './error-spans/error-spans-settings'
import { PreferenceSettings } from './preference/preference-settings'
import { RubricAuthoringSettings } from './rubric-authoring/rubric-authoring-settings'
import { RubricScoringSettings } from './rubric-scoring/rubric-scoring-settings'

export type SettingsFieldsProps = {
  value: unknown
  onChange: (value: unknown) => void
  /** What is wrong at a field, by its path. */
  errorAt: (path: string) => string | undefined
  frozen: boolean
}

type TaskSettings = { Fields: ComponentType<SettingsFieldsProps> }

const settings = {
  'error-spans': { Fields: ErrorSpansSettings },
  'rubric-authoring': { Fields: RubricAuthoringSettings },
  'rubric-scoring': { Fields: RubricScoringSettings },
  preference: { Fields: PreferenceSettings },
} as const satisfies Record<string, TaskSettings>

export function taskSettings(task: string): TaskSettings {
  if (!Object.hasOwn(settings, task)) throw new Error(`no task is called ${task}`)
  return settings[task as keyof typeof settings]
}

/** The parts of tasks that come when a page shows them, each with its own scripts. A new task adds its line here. */
import type { TaskParts } from './task-parts'

const parts: Readonly<Record<string, () => Promise<TaskParts>>> = {
  'rubric-authoring': async () => (await import('./rubric-authoring/rubric-authoring-parts')).rubricAuthoringParts,
  'rubric-scoring': async () => (await import('./rubric-scoring/rubric-scoring-parts')).rubricScoringParts,
  preference: async () => (await import('./preference/preference-parts')).preferenceParts,
}

/** An unknown code is a defect. */
export function latePart(task: string): Promise<TaskParts> {
  const part = parts[task]
  if (!part) throw new Error(`no task is called ${task}`)
  return part()
}

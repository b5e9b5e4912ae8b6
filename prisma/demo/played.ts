/**
 * A study as the loader plays it, whatever its task: contents and answers are the task's own data, by the names that the story
 * gives. What is told in a task's own words becomes this first.
 */
import type { TaskCode } from '@/lib/tasks/registry'
import type { ItemRubric } from '@/lib/tasks/rubric/rubric-schema'
import type { JsonObject } from '@/lib/tasks/task'
import type { ToldScript } from './telling'
import type { DemoAdjudication, DemoBatch, DemoDraft, DemoItem, DemoPerson, DemoReading, DemoStudy, PersonKey } from './types'
import type { Scheduled } from './schedule'

export type PlayedItem = Omit<DemoItem, 'text' | 'tags' | 'sealed'> & { content: JsonObject; tags: JsonObject; sealed: JsonObject }

/** `again`: what the reader says when the item comes back to them the other way round. */
export type PlayedReading = Pick<DemoReading, 'reader' | 'activeMinutes'> & { answer: JsonObject; again?: JsonObject }
export type PlayedDraft = Pick<DemoDraft, 'reader' | 'activeMinutes' | 'saved'> & { answer: JsonObject }
/** `answer` null: the item is unusable. */
export type PlayedAdjudication = Pick<DemoAdjudication, 'adjudicator' | 'rationale' | 'cause' | 'activeMinutes'> & { answer: JsonObject | null; daysAgo: number }

export type PlayedTelling = ToldScript<PlayedReading, PlayedAdjudication, PlayedDraft>
export type PlayedScript = Scheduled<PlayedReading, PlayedAdjudication, PlayedDraft>

/** Later rubrics of items that have a verdict, and what their new round has brought so far. */
export type PlayedRevision = { by: PersonKey; reason: string; batch: string; rubrics: { id: string; rubric: ItemRubric }[]; scripts: PlayedScript[] }

/** What a system is handed in with on the frozen release, one record an item. */
export type PlayedSubmission = { by: PersonKey; system: string; description: string; predictions: JsonObject[] }

export type PlayedStudy = Omit<DemoStudy, 'task' | 'settings' | 'template' | 'items' | 'batches' | 'scripts'> & {
  task: TaskCode
  settings: JsonObject
  template: string
  items: PlayedItem[]
  /** `twice`: items that each of their readers is asked a second time. */
  batches: (DemoBatch & { twice?: string[] })[]
  scripts: PlayedScript[]
  submissions?: PlayedSubmission[]
  revision?: PlayedRevision
}

export type PlayedWorld = { people: DemoPerson[]; studies: PlayedStudy[] }

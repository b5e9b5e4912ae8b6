import type { ItemRubric } from './rubric/rubric-schema'

/** An item under a later version of its rubric. */
export type RevisedItem<Content> = {
  content: Content
  /** Ids of criteria that no label answers any longer. */
  affected: string[]
  /** Whether anything was decided of the item before. */
  decided: boolean
  /** Whether readers are to be asked again. */
  again: boolean
}

/** `answer`: of the verdict in force of a closed item; null where there is none, or it found the item unusable. Null: the rubric is no later one. */
export type ItemRevision<Content, Judgment> = (content: Content, rubric: ItemRubric, of: { closed: boolean; answer: Judgment | null }) => RevisedItem<Content> | null

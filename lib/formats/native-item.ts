import type { Json } from '@/lib/tasks/task'

export type TagValue = string | number | boolean | readonly string[]

/**
 * An item as every reader delivers it and the native writer takes it. `content` holds the task's own fields (`text`, or
 * `prompt`, `dialogue`…); `sealed` is what no reader may see. What a record does not say is `null` or empty, never absent,
 * so that all items have one shape.
 */
export type NativeItem<Content = Record<string, unknown>> = {
  /** The record's own id, unique in its study; may name a model, so it is for admins and downloads, never for readers. */
  id: string
  content: Content
  language: string | null
  specialty: string | null
  /** Items of one group stay in one split. */
  group: string | null
  source: string | null
  licence: string | null
  tags: Record<string, TagValue>
  sealed: Record<string, Json>
}

/** The optional plain fields, in the order they are written. */
export const plainFields = ['language', 'specialty', 'group', 'source', 'licence'] as const
export type PlainField = (typeof plainFields)[number]

/** What a whole file says where its rows say nothing. */
export type ItemDefaults = Partial<Record<PlainField, string>>

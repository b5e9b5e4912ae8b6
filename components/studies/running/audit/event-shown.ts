export type EventShown = {
  id: string
  at: Date
  kind: string
  itemId: string | null
  externalId: string | null
  detail: Record<string, unknown>
  /** null: not to be shown, or nobody. */
  actor: string | null
}

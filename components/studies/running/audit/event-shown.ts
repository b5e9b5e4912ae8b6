export type EventShown = {
  id: string
  at: Date
  kind: string
  itemId: string | null
  externalId: string | null
  detail: Record<string, unknown>
  /** What people call whom or what the detail has ids of, by the detail's own names. */
  named: Record<string, string>
  /** null: not to be shown, or nobody. */
  actor: string | null
}

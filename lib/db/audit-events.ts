/** Adding to the audit trail, and reading it. Nothing here can change or remove an event; nor could the database role. */
import type { EventDetail } from '@/lib/blinding/event-facts'
import type { SystemReason } from '@/lib/blinding/system-reasons'
import type { SqlTx } from './sql-transaction'

export type NewEvent = {
  kind: SystemReason
  actor: string | null
  studyId: string | null
  itemId: string | null
  /** Plain facts, never another person's name: an admin reads them while the item is open. */
  detail: EventDetail
}

/** The same event of many items, one for each. */
export async function recordEvents(tx: SqlTx, itemIds: readonly string[], event: Omit<NewEvent, 'itemId'>): Promise<void> {
  await tx.$executeRaw`
    select record_event(${event.actor}::uuid, ${event.kind}, ${event.studyId}::uuid, item, ${JSON.stringify(event.detail)}::jsonb)
    from unnest(${[...itemIds]}::uuid[]) item`
}

const eventsAtOnce = 5_000

/** An event of each item, with facts of its own beside those of all. */
export async function recordEventOfEach(tx: SqlTx, items: readonly { itemId: string; detail: EventDetail }[], event: Omit<NewEvent, 'itemId'>): Promise<void> {
  for (let at = 0; at < items.length; at += eventsAtOnce)
    await tx.$executeRaw`
      select record_event(${event.actor}::uuid, ${event.kind}, ${event.studyId}::uuid, (e ->> 'itemId')::uuid, ${JSON.stringify(event.detail)}::jsonb || (e -> 'detail'))
      from jsonb_array_elements(${JSON.stringify(items.slice(at, at + eventsAtOnce))}::jsonb) e`
}

export async function recordEvent(tx: SqlTx, event: NewEvent): Promise<void> {
  await tx.$executeRaw`select record_event(${event.actor}::uuid, ${event.kind}, ${event.studyId}::uuid, ${event.itemId}::uuid, ${JSON.stringify(event.detail)}::jsonb)`
}

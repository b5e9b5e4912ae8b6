/** What happened in a study, newest first. Who did it is told only where it gives nobody's reading away. */
import { z } from 'zod'
import { systemReasons } from '@/lib/blinding/system-reasons'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { eventsOf, type StudyEvent } from '@/lib/db/study-events'
import { admitAdmin } from './admit-admin'

export const eventPageSize = 100

export const listEventsInput = z.object({
  study: z.string(),
  kind: z.enum(systemReasons).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  before: z.uuid().optional(),
  zone: z.string(),
})

export async function listEvents(
  viewer: Viewer,
  { study: slug, kind, from, to, before, zone }: z.output<typeof listEventsInput>,
): Promise<{ events: StudyEvent[]; next: string | null }> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const kinds = kind ? [kind] : []
    const window = {
      kinds,
      from: from ?? null,
      to: to ?? null,
      zone,
      itemId: null,
      before: before ?? null,
      limit: eventPageSize + 1,
    }
    const events = await eventsOf(tx, study.id, window)
    return {
      events: events.slice(0, eventPageSize),
      next: events.length > eventPageSize ? (events[eventPageSize - 1]?.id ?? null) : null,
    }
  })
}

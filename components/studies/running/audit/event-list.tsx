import { useTranslations } from 'next-intl'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { EventDetail } from './event-detail'
import type { EventShown } from './event-shown'

/** What happened, newest first, in a narrow column. */
export function EventList({ events }: { events: readonly EventShown[] }) {
  const t = useTranslations('items.history')
  const kinds = useTranslations('audit.kinds')
  return (
    <ol className="grid gap-3">
      {events.map((event) => (
        <li key={event.id} className="grid gap-0.5">
          <p>
            <span className="font-medium">
              {kinds.has(event.kind as never) ? kinds(event.kind as never) : event.kind}
            </span>
            <span className="text-sm text-ink-soft">
              , {event.actor ?? t('hidden')}, <AbsoluteTime at={event.at} />
            </span>
          </p>
          <EventDetail detail={event.detail} named={event.named} />
        </li>
      ))}
    </ol>
  )
}

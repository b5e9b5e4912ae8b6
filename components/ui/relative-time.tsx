'use client'
import { useFormatter, useNow } from 'next-intl'

/** How long ago, or in how long; kept right while the page is open. The exact moment is in the title. */
export function RelativeTime({ at, className }: { at: Date | string; className?: string }) {
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  const moment = new Date(at)
  return (
    <time
      dateTime={moment.toISOString()}
      title={format.dateTime(moment, { dateStyle: 'medium', timeStyle: 'short' })}
      suppressHydrationWarning
      className={className}
    >
      {format.relativeTime(moment, now)}
    </time>
  )
}

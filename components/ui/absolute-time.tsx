import { useFormatter } from 'next-intl'

const styles = {
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  both: { dateStyle: 'medium', timeStyle: 'short' },
} as const

/** A moment, in the person's language and time zone. */
export function AbsoluteTime({
  at,
  show = 'both',
  className,
}: {
  at: Date | string
  show?: keyof typeof styles
  className?: string
}) {
  const format = useFormatter()
  const moment = new Date(at)
  return (
    // The browser's own tables of time formats may differ from the server's by a kind of space.
    <time dateTime={moment.toISOString()} suppressHydrationWarning className={className}>
      {format.dateTime(moment, styles[show])}
    </time>
  )
}

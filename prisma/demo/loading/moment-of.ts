import type { DemoWhen } from '../types'

/** A told moment as a date, counted from now; never in the future. */
export function momentOf(when: DemoWhen): Date {
  if ('minutesAgo' in when) return new Date(Date.now() - when.minutesAgo * 60_000)
  const day = new Date(Date.now() - when.daysAgo * 86_400_000)
  const [hours, minutes] = when.time.split(':').map(Number)
  day.setHours(hours ?? 0, minutes ?? 0, 0, 0)
  return new Date(Math.min(day.getTime(), Date.now() - 60_000))
}

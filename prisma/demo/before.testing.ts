import type { DemoWhen } from './types'

/** Minutes before the world is made, for comparing told moments; the shift is taken to end at 12:00. */
export function before(when: DemoWhen): number {
  if ('minutesAgo' in when) return when.minutesAgo
  const [hours, minutes] = when.time.split(':').map(Number)
  return when.daysAgo * 1440 + 720 - hours! * 60 - minutes!
}

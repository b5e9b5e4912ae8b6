import { useFormatter } from 'next-intl'

/** A calendar day (`YYYY-MM-DD`) in words; no time zone takes part. */
export function useDay(): (day: string) => string {
  const format = useFormatter()
  return (day) => format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
}

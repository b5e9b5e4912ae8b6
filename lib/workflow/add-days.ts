/** The calendar day `days` after an ISO day (`YYYY-MM-DD`); no time zone takes part. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

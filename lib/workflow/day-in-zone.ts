/** The calendar day of a moment, `YYYY-MM-DD`, as clocks of an IANA time zone have it. */
export const dayInZone = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

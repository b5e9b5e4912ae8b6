/** Days before its end at which a licence calls for attention. */
const noticeDays = 60

/** Days are `YYYY-MM-DD`; a licence holds through its last day. */
export function licenceState(expires: string | null, today: string): 'none' | 'valid' | 'soon' | 'expired' {
  if (expires === null) return 'none'
  const days = (Date.parse(expires) - Date.parse(today)) / 86_400_000
  return days < 0 ? 'expired' : days <= noticeDays ? 'soon' : 'valid'
}

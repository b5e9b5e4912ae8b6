/** Whether this runtime can tell the time there; a cookie may say anything. */
export function isTimeZone(value: string | undefined): value is string {
  if (!value || value.length > 64) return false
  try {
    return Intl.DateTimeFormat('en', { timeZone: value }) !== null
  } catch {
    return false
  }
}

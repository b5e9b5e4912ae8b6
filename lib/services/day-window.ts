import { addDays } from '@/lib/workflow/add-days'

/** How many whole days back the pace is measured. */
export const windowDays = 28

/**
 * The submissions of each whole day before `today`, oldest first, days without any as 0: from the day after the work began, at
 * most `windowDays` of them. What a forecast is made of.
 */
export function dayWindow(
  counts: readonly { day: string; submissions: number }[],
  { today, begun }: { today: string; begun: string | null },
) {
  const byDay = new Map(counts.map(({ day, submissions }) => [day, submissions]))
  const first = counts[0]?.day
  // The day of opening is cut off at its moment: counting it as whole would make the pace look slower.
  const after = begun === null ? null : addDays(begun, 1)
  const start = (first !== undefined && (begun === null || first < begun) ? first : after) ?? today
  const days: { day: string; submissions: number }[] = []
  for (let back = windowDays; back > 0; back--) {
    const day = addDays(today, -back)
    if (day >= start) days.push({ day, submissions: byDay.get(day) ?? 0 })
  }
  return days
}

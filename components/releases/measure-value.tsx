import { useFormatter, useTranslations } from 'next-intl'
import { NoValue } from '@/components/ui/no-value'

/** A measure with its interval below it; where it has no value, a dash with the number of its reason. */
export function MeasureValue({
  value,
  interval,
  why,
  notes,
}: {
  value: number | null
  interval: { low: number; high: number } | null
  why: string | null
  notes: ReadonlyMap<string, number>
}) {
  const t = useTranslations('board')
  const format = useFormatter()
  const say = (number: number, digits: number) => format.number(number, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  if (value === null) return <NoValue why={why} notes={notes} />
  return (
    <span className="inline-grid justify-items-end whitespace-nowrap tabular-nums">
      <span>{say(value, 3)}</span>
      {interval && <span className="text-xs text-ink-soft">{t('interval', { low: say(interval.low, 2), high: say(interval.high, 2) })}</span>}
    </span>
  )
}

import { useTranslations } from 'next-intl'
import type { Forecast } from '@/lib/workflow/forecast'
import { useDay } from './use-day'

/** When the work may be done, with its interval, or the reason why nobody can say. `days`: length of the window it rests on. */
export function ForecastLine({ forecast, days }: { forecast: Forecast; days?: number }) {
  const t = useTranslations('running.forecast')
  const day = useDay()
  if (forecast.expected === null) return <span className="text-ink-soft">{t(forecast.reason)}</span>
  const { expected, earliest, latest } = forecast
  return (
    <span>
      <span className="font-medium">{t('by', { expected: day(expected) })}</span>
      {days !== undefined && (
        <span className="block text-sm text-ink-soft">
          {latest
            ? t('interval', { earliest: day(earliest), latest: day(latest), days })
            : t('openInterval', { earliest: day(earliest) })}
        </span>
      )}
    </span>
  )
}

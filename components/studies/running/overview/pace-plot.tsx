import { useTranslations } from 'next-intl'
import { Plot } from '@/components/ui/plot'
import { countDomain } from './count-domain'

export type DayCount = { day: string; submissions: number }

/** Readings handed in, day by day. */
export function PacePlot({ perDay }: { perDay: readonly DayCount[] }) {
  const t = useTranslations('running.overview')
  return (
    <Plot
      title={t('pace')}
      note={t('paceNote')}
      kind="bar"
      // Noon, so that the day is the same one in every time zone near enough to read it.
      rows={perDay.map(({ day, submissions }) => ({ day: `${day}T12:00:00Z`, submissions }))}
      y={{ domain: countDomain(perDay.map(({ submissions }) => submissions)) }}
      x={{ key: 'day', label: t('day'), format: 'date' }}
      series={[{ key: 'submissions', label: t('readings'), colour: 'accent' }]}
      height={220}
    />
  )
}

import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'

type Interval = { low: number; high: number } | null
type Consistency = { pairs: number; same: number; share: { value: number | null }; interval: Interval; firstBoth: number; lastBoth: number }
export type SteadinessShown = {
  bias: { value: number | null; choices: number; first: number; interval: Interval }
  drawn: number
  all: Consistency
  readers: readonly ({ reader: string } & Consistency)[]
}

/** How much the place of a response decides, and how steady each reader is when asked again the other way round. */
export function SteadinessCard({ bias, drawn, all, readers }: SteadinessShown) {
  const t = useTranslations('running.steadiness')
  const { number } = useFormatter()
  const points = (value: number) => number(100 * value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const share = (value: number) => number(value, { style: 'percent', maximumFractionDigits: 0 })
  const within = (interval: Interval, say: (value: number) => string) => (interval ? t('interval', { low: say(interval.low), high: say(interval.high) }) : '')
  const rows = [...readers, ...(readers.length > 1 ? [{ reader: t('everyone'), ...all }] : [])]
  return (
    <Card title={t('title')} note={t('note')} flush>
      <p className="px-5 pb-3">
        {bias.value === null ? t('noBias') : t('bias', { points: points(bias.value), interval: within(bias.interval, points), first: bias.first, choices: bias.choices })}
      </p>
      {drawn > 0 && <p className="px-5 pb-3 text-ink-soft">{t('asked', { asked: all.pairs, drawn })}</p>}
      {rows.length === 0 ? (
        <p className="px-5 pb-5 text-ink-soft">{t('noRepeats')}</p>
      ) : (
        <DataTable
          caption={t('title')}
          captionHidden
          rows={rows}
          rowKey={({ reader }, at) => `${at} ${reader}`}
          columns={[
            { key: 'reader', header: t('reader'), names: true, cell: ({ reader }) => reader },
            { key: 'pairs', header: t('pairs'), align: 'end', cell: ({ pairs }) => number(pairs) },
            { key: 'same', header: t('same'), align: 'end', cell: ({ share: of, interval }) => (of.value === null ? '–' : t('shareWithin', { share: share(of.value), interval: within(interval, share) })) },
            { key: 'first', header: t('firstBoth'), align: 'end', cell: ({ firstBoth }) => number(firstBoth) },
            { key: 'last', header: t('lastBoth'), align: 'end', cell: ({ lastBoth }) => number(lastBoth) },
          ]}
        />
      )}
    </Card>
  )
}

'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { useWhyUndefined } from './use-why-undefined'

/** How far readers agreed, where the verdicts come from and why readers differed. */
export function FactsAgreement({ facts }: { facts: ReleaseFacts }) {
  const t = useTranslations('releases.facts')
  const causes = useTranslations('running')
  const format = useFormatter()
  const whyOf = useWhyUndefined()
  const { of: measuresOf, readersPerItem, measures } = facts.agreement
  const word = (namespace: 'metrics' | 'ofs', key: string) => (t.has(`${namespace}.${key}` as never) ? t(`${namespace}.${key}` as never) : key)
  const number = (value: number) => format.number(value, { maximumFractionDigits: 3 })
  return (
    <>
      <Card title={t('agreement')} note={[...readersPerItem.map(({ readers, items }) => `${t('readers', { readers })}: ${format.number(items)}`), ...(measuresOf === 'all' ? [] : [t(`agreementOf.${measuresOf}`)])].join(' · ')} flush>
        <DataTable
          caption={t('agreement')}
          captionHidden
          rows={measures}
          rowKey={({ metric, of }) => `${metric} ${of}`}
          columns={[
            {
              key: 'metric',
              header: t('measure'),
              names: true,
              cell: ({ metric, of, level }) => (
                <>
                  {word('metrics', metric)}
                  <span className="block text-sm font-normal text-ink-soft">
                    {[t('of', { of: word('ofs', of) }), level && t(`levels.${level as 'nominal'}`)].filter(Boolean).join(', ')}
                  </span>
                </>
              ),
            },
            { key: 'value', header: t('valueOf'), align: 'end', cell: ({ value, reason }) => (value === null ? t('undefined', { reason: whyOf(reason) ?? '' }) : number(value)) },
            {
              key: 'interval',
              header: t('interval', { confidence: format.number(measures[0]?.interval?.confidence ?? 0.95, { style: 'percent' }) }),
              align: 'end',
              cell: ({ interval }) => (interval ? `${number(interval.low)} – ${number(interval.high)}` : '–'),
            },
            { key: 'ratings', header: t('ratings'), align: 'end', cell: ({ ratings }) => format.number(ratings) },
          ]}
        />
      </Card>
      {facts.verdicts && (
        <CountTable
          title={t(measuresOf === 'all' ? 'verdicts' : 'verdictsOpen')}
          rows={[
            { name: t('consensus'), items: facts.verdicts.consensus },
            { name: t('adjudicated'), items: facts.verdicts.adjudicated },
            ...(facts.verdicts.single > 0 ? [{ name: t('single'), items: facts.verdicts.single }] : []),
            ...facts.verdicts.causes.map(({ cause, items }) => ({ name: `${t('cause')}: ${causes(`causes.${cause}` as never)}`, items })),
          ]}
        />
      )}
      <CountTable
        title={t('protocols')}
        rows={facts.protocols.map(({ number: n, provisional, items }) => ({ name: t('protocol', { number: n }), badge: provisional && <Badge tone="warn">{t('provisional')}</Badge>, items }))}
      />
    </>
  )
}

/** How many items each of something has. */
function CountTable({ title, rows }: { title: string; rows: { name: string; badge?: ReactNode; items: number }[] }) {
  const t = useTranslations('releases.facts')
  const format = useFormatter()
  return (
    <Card title={title} flush>
      <DataTable
        caption={title}
        captionHidden
        dense
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'name',
            header: title,
            names: true,
            cell: ({ name, badge }) => (
              <>
                {name} {badge}
              </>
            ),
          },
          { key: 'items', header: t('items'), align: 'end', cell: ({ items }) => format.number(items) },
        ]}
      />
    </Card>
  )
}

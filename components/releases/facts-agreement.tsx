'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { Footnotes } from '@/components/ui/footnotes'
import { footnotesOf } from '@/components/ui/footnotes-of'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { MeasureValue } from './measure-value'
import { useCompared } from './use-compared'
import { useWhyUndefined } from './use-why-undefined'

/** How far readers agreed, where the verdicts come from and why readers differed. */
export function FactsAgreement({ facts }: { facts: ReleaseFacts }) {
  const t = useTranslations('releases.facts')
  const causes = useTranslations('running')
  const format = useFormatter()
  const compared = useCompared(facts.axes)
  const whyOf = useWhyUndefined()
  const { of: measuresOf, readersPerItem, measures } = facts.agreement
  const metricName = (metric: string) => (t.has(`metrics.${metric}` as never) ? t(`metrics.${metric}` as never) : metric)
  const confidence = measures.find(({ interval }) => interval)?.interval?.confidence
  const notes = footnotesOf(measures.map(({ reason }) => whyOf(reason)))
  return (
    <>
      <Card title={t('agreement')} note={[...readersPerItem.map(({ readers, items }) => `${t('readers', { readers })}: ${format.number(items)}`), ...(measuresOf === 'all' ? [] : [t(`agreementOf.${measuresOf}`)]), ...(confidence === undefined ? [] : [t('interval', { confidence: format.number(confidence, { style: 'percent' }) })])].join(' · ')} flush>
        <DataTable
          caption={t('agreement')}
          captionHidden
          stickyNames
          rows={[...new Set(measures.map(({ of }) => of))]}
          rowKey={(of) => of}
          columns={[
            { key: 'of', header: t('compared'), names: true, cell: compared },
            ...[...new Set(measures.map(({ metric }) => metric))].map((metric) => ({
              key: metric,
              header: [metricName(metric), ...new Set(measures.flatMap((one) => (one.metric === metric && one.level ? [t(`levels.${one.level as 'nominal'}`)] : [])))].join(', '),
              align: 'end' as const,
              cell: (of: string) => {
                const measure = measures.find((one) => one.of === of && one.metric === metric)
                return measure && <MeasureValue {...measure} why={whyOf(measure.reason)} notes={notes} />
              },
            })),
            { key: 'ratings', header: t('ratings'), align: 'end', cell: (of) => format.number(measures.find((one) => one.of === of)!.ratings) },
          ]}
        />
        <Footnotes notes={notes} />
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

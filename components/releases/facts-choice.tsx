'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { CodeText } from '@/components/ui/code-text'
import { DataTable } from '@/components/ui/data-table'
import type { ReleaseFacts } from '@/lib/releases/release-facts'

const mostPairs = 50

/** What stayed out and why, under which licences the rest is, and what was done against leaks between splits. */
export function FactsChoice({ facts, listLink }: { facts: ReleaseFacts; listLink?: ReactNode }) {
  const t = useTranslations('releases.facts')
  const words = useTranslations('releases')
  const format = useFormatter()
  const { leakage } = facts
  const stated = facts.licences.flatMap(({ licence, stated: said = [] }) => said.map((each) => ({ licence, ...each })))
  const { nearDuplicates } = leakage
  return (
    <>
      <Card title={t('leftOut')} actions={listLink} flush>
        <DataTable
          caption={t('leftOut')}
          captionHidden
          rows={facts.leftOut}
          rowKey={({ reason }) => reason}
          empty={t('nothingLeftOut')}
          columns={[
            { key: 'reason', header: t('reason'), names: true, cell: ({ reason }) => t(`reasons.${reason}`) },
            { key: 'items', header: t('items'), align: 'end', cell: ({ items }) => format.number(items) },
            { key: 'notes', header: t('note'), cell: ({ notes }) => notes.map(({ note, items }) => `${note} (${format.number(items)})`).join('; ') || '–' },
          ]}
        />
      </Card>
      <Card title={t('licences')} flush {...(facts.licenceOverride === null ? {} : { note: t('override', { reason: facts.licenceOverride }) })}>
        <DataTable
          caption={t('licences')}
          captionHidden
          dense
          rows={facts.licences.flatMap(({ licence, sources }) => sources.map((source) => ({ licence, ...source })))}
          rowKey={({ licence, source }) => `${licence} ${source}`}
          columns={[
            { key: 'licence', header: t('licence'), names: true, cell: ({ licence }) => licence ?? t('unknown') },
            { key: 'source', header: t('source'), cell: ({ source }) => source ?? t('unknown') },
            { key: 'items', header: t('items'), align: 'end', cell: ({ items }) => format.number(items) },
          ]}
        />
        {stated.length > 0 && (
          <ul className="grid gap-1 px-5 py-3 text-sm">
            {stated.map(({ licence, since, reason, items }) => (
              <li key={`${licence} ${since} ${reason}`}>{t('licenceStated', { licence: licence ?? t('unknown'), items, since: format.dateTime(new Date(since), { dateStyle: 'medium', timeZone: 'UTC' }), reason })}</li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        title={t('leakage')}
        note={t('leakageNote', { texts: nearDuplicates.texts, length: nearDuplicates.shingleLength, threshold: format.number(nearDuplicates.threshold, { style: 'percent' }) })}
        flush
      >
        <dl className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-4 px-5 pb-4">
          {(
            [
              ['groups', leakage.groups],
              ['pairs', nearDuplicates.pairs.length],
              ['dismissed', nearDuplicates.dismissed?.length ?? 0],
              ['clusters', leakage.clusters],
              ['largest', leakage.largestCluster],
              ...(leakage.gone && leakage.gone.texts > 0 ? ([['goneTexts', leakage.gone.texts], ['gonePairs', leakage.gone.pairs.length]] as const) : []),
              ['conflicts', leakage.conflicts.length],
            ] as const
          ).map(([key, value]) => (
            <div key={key}>
              <dt className="text-sm text-ink-soft">{t(key)}</dt>
              <dd className="text-lg font-medium tabular-nums">{format.number(value)}</dd>
            </div>
          ))}
        </dl>
        {nearDuplicates.crowded > 0 && <p className="px-5 pb-3 text-sm text-warn">{t('crowded', { crowded: nearDuplicates.crowded })}</p>}
        {(nearDuplicates.exhausted ?? 0) > 0 && <p className="px-5 pb-3 text-sm text-warn">{t('exhausted', { texts: nearDuplicates.exhausted ?? 0 })}</p>}
        {(nearDuplicates.passedOver ?? 0) > 0 && <p className="px-5 pb-3 text-sm text-ink-soft">{t('passedOver', { texts: nearDuplicates.passedOver ?? 0 })}</p>}
        {nearDuplicates.pairs.length > 0 && (
          <DataTable
            caption={t('first', { shown: Math.min(mostPairs, nearDuplicates.pairs.length), total: nearDuplicates.pairs.length })}
            dense
            rows={nearDuplicates.pairs.slice(0, mostPairs)}
            rowKey={({ a, b }) => `${a} ${b}`}
            columns={[
              {
                key: 'pair',
                header: t('pair'),
                names: true,
                cell: ({ a, b }) => (
                  <>
                    <CodeText>{a}</CodeText> <CodeText>{b}</CodeText>
                  </>
                ),
              },
              { key: 'similarity', header: t('similarity'), align: 'end', cell: ({ similarity }) => format.number(similarity, { style: 'percent', maximumFractionDigits: 1 }) },
              { key: 'splits', header: t('split'), cell: ({ splits }) => [...new Set(splits)].map((name) => words(`splits.${name}`)).join(', ') },
            ]}
          />
        )}
      </Card>
    </>
  )
}

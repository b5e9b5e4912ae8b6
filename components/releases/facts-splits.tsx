'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { Plot } from '@/components/ui/plot'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { useClassWords } from './use-class-words'

/** How many items are where, of which class, and how near the strata came to what was wanted. */
export function FactsSplits({ facts }: { facts: ReleaseFacts }) {
  const t = useTranslations('releases.facts')
  const words = useTranslations('releases')
  const format = useFormatter()
  const { fieldName, valueName } = useClassWords(facts.axes)
  const names = facts.splits.map(({ name }) => name)
  const isPartly = facts.labels.some(({ counts }) => names.some((name) => counts[name] === null))
  const labels = facts.labels.filter(({ field }) => field === facts.labels[0]?.field)
  const others = facts.labels.filter(({ field }) => field !== facts.labels[0]?.field)
  const told = (count: number | null) => (count === null ? t('notTold') : format.number(count))
  const column = (name: (typeof names)[number]) => ({ key: name, header: words(`splits.${name}`), align: 'end' as const })
  return (
    <>
      <Card title={t('splits')} flush>
        <DataTable
          caption={t('splits')}
          captionHidden
          rows={facts.splits}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', header: t('split'), names: true, cell: ({ name }) => words(`splits.${name}`) },
            { key: 'items', header: t('items'), align: 'end', cell: ({ items }) => format.number(items) },
            { key: 'access', header: t('access'), cell: ({ hidden }) => <Badge tone={hidden ? 'warn' : 'good'}>{t(hidden ? 'hidden' : 'open')}</Badge> },
          ]}
        />
      </Card>
      {labels.length > 0 && (
        <Card>
          <Plot
            title={t('labels')}
            note={t(isPartly ? 'labelNoteOpen' : 'labelNote')}
            kind="bar"
            rows={labels.map(({ field, value, counts }) => ({ value: valueName(field, value), ...counts }))}
            x={{ key: 'value', label: t('label') }}
            series={names.filter((name) => labels.some(({ counts }) => counts[name] !== null)).map((name) => ({ key: name, label: words(`splits.${name}`) }))}
          />
        </Card>
      )}
      {others.length > 0 && (
        <Card title={t('labels')} flush>
          <DataTable
            caption={t('labels')}
            captionHidden
            dense
            rows={others}
            rowKey={({ field, value }) => `${field} ${value}`}
            columns={[
              { key: 'field', header: t('field'), cell: ({ field }) => fieldName(field) },
              { key: 'value', header: t('value'), names: true, cell: ({ field, value }) => valueName(field, value) },
              ...names.map((name) => ({ ...column(name), cell: ({ counts }: (typeof others)[number]) => told(counts[name]) })),
            ]}
          />
        </Card>
      )}
      {facts.achieved.length > 1 && (
        <Card title={t('achieved')} note={t(facts.achieved.some(({ splits }) => names.some((name) => splits[name] === null)) ? 'achievedNoteOpen' : 'achievedNote')} flush>
          <DataTable
            caption={t('achieved')}
            captionHidden
            dense
            rows={facts.achieved}
            rowKey={({ field, value }) => `${field} ${value}`}
            columns={[
              { key: 'field', header: t('field'), cell: ({ field }) => (field === null ? t('everything') : fieldName(field)) },
              { key: 'value', header: t('value'), names: true, cell: ({ field, value }) => (field === null ? '' : value === null ? t('noValue') : valueName(field, value)) },
              ...names.map((name) => ({
                ...column(name),
                cell: ({ splits: { [name]: cell } }: ReleaseFacts['achieved'][number]) =>
                  cell === null ? (
                    t('notTold')
                  ) : (
                    <>
                      {format.number(cell.got)} <span className="block text-xs text-ink-faint">{t('wanted', { wanted: format.number(cell.wanted) })}</span>
                    </>
                  ),
              })),
            ]}
          />
        </Card>
      )}
    </>
  )
}

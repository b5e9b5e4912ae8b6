'use client'
import { useTranslations } from 'next-intl'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import { Badge } from '@/components/ui/badge'
import type { Column } from '@/components/ui/column'
import { StageBadge } from '../stage-badge'
import type { ItemInTable } from './item-in-table'

/** The columns of the table of items; the first marks rows for a withdrawal. */
export function useItemColumns(
  isMarked: (id: string) => boolean,
  mark: (id: string, marked: boolean) => void,
): Column<ItemInTable>[] {
  const t = useTranslations('items')
  const { nameOf } = useSpecialtyName()
  return [
    {
      key: 'select',
      header: <span className="sr-only">{t('columns.select')}</span>,
      width: '2.5rem',
      cell: (row) =>
        row.stage !== 'withdrawn' && (
          <input
            type="checkbox"
            aria-label={t('selectRow', { id: row.externalId })}
            checked={isMarked(row.id)}
            onClick={(event) => event.stopPropagation()}
            onChange={(event) => mark(row.id, event.target.checked)}
            className="block size-4"
          />
        ),
    },
    {
      key: 'id',
      header: t('columns.id'),
      width: 'minmax(8rem, 1fr)',
      sortable: true,
      cell: (row) => <span className="font-medium">{row.externalId}</span>,
    },
    {
      key: 'text',
      header: t('columns.text'),
      width: 'minmax(14rem, 3fr)',
      cell: (row) => (
        <bdi lang={row.language ?? undefined} className="font-serif">
          {row.opening}
        </bdi>
      ),
    },
    {
      key: 'language',
      header: t('columns.language'),
      width: '5.5rem',
      sortable: true,
      cell: (row) => row.language ?? '–',
    },
    {
      key: 'specialty',
      header: t('columns.specialty'),
      width: '8rem',
      sortable: true,
      cell: (row) => (row.specialty ? nameOf(row.specialty) : '–'),
    },
    {
      key: 'stage',
      header: t('columns.stage'),
      width: '7.5rem',
      sortable: true,
      cell: (row) => <StageBadge stage={row.stage} />,
    },
    {
      key: 'read',
      header: t('columns.read'),
      width: '5rem',
      align: 'end',
      cell: (row) => (row.seats > 0 ? t('readOf', { submitted: row.submitted, seats: row.seats }) : '–'),
    },
    { key: 'verdict', header: t('columns.verdict'), width: '7.5rem', cell: (row) => <VerdictBadge row={row} /> },
    { key: 'batch', header: t('columns.batch'), width: 'minmax(7rem, 1fr)', cell: (row) => row.batch ?? '–' },
    { key: 'tags', header: t('columns.tags'), width: 'minmax(8rem, 1fr)', cell: (row) => tagLine(row.tags) || '–' },
  ]
}

const tagLine = (tags: ItemInTable['tags']): string =>
  Object.entries(tags)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(' · ')

function VerdictBadge({ row: { stage, verdict } }: { row: ItemInTable }) {
  const t = useTranslations('items.verdict')
  if (!verdict) return stage === 'closed' ? <Badge tone="warn">{t('undecided')}</Badge> : '–'
  if (!verdict.usable) return <Badge tone="danger">{t('unusable')}</Badge>
  return <Badge tone={stage === 'closed' ? 'good' : 'neutral'}>{t(verdict.source)}</Badge>
}

import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { useDay } from './use-day'

export type WorkloadShown = {
  personId: string
  name: string
  deactivated: boolean
  held: number
  submitted: number
  declined: number
  settled: number
  activeMs: number
  lastOn: string | null
}

const hourMs = 3_600_000

/** How the work is spread over a study's people, in sums. */
export function WorkloadTable({ rows }: { rows: readonly WorkloadShown[] }) {
  const t = useTranslations('running.workload')
  const { number } = useFormatter()
  const day = useDay()
  const count = (key: 'held' | 'submitted' | 'declined' | 'settled') => ({
    key,
    header: t(key),
    align: 'end' as const,
    cell: (row: WorkloadShown) => <span className="tabular-nums">{number(row[key])}</span>,
  })
  const time = (ms: number) =>
    ms >= hourMs ? t('hours', { hours: ms / hourMs }) : t('minutes', { minutes: ms / 60_000 })
  return (
    <Card title={t('title')} note={t('note')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={rows}
        rowKey={({ personId }) => personId}
        empty={t('empty')}
        columns={[
          {
            key: 'name',
            header: t('name'),
            names: true,
            cell: (row) => (
              <>
                {row.name} {row.deactivated && <Badge>{t('gone')}</Badge>}
              </>
            ),
          },
          count('held'),
          count('submitted'),
          count('declined'),
          count('settled'),
          {
            key: 'time',
            header: t('time'),
            align: 'end',
            cell: (row) => (row.activeMs > 0 ? time(row.activeMs) : '–'),
          },
          {
            key: 'each',
            header: t('perReading'),
            align: 'end',
            cell: (row) => (row.submitted > 0 ? time(row.activeMs / row.submitted) : '–'),
          },
          { key: 'last', header: t('last'), align: 'end', cell: (row) => (row.lastOn ? day(row.lastOn) : '–') },
        ]}
      />
    </Card>
  )
}

import { useFormatter, useTranslations } from 'next-intl'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { OpeningRow } from '@/components/work/opening-row'
import { paths } from '@/lib/web/paths'

export type DoneRow = {
  seatId: string
  studyName: string
  opening: string
  submittedAt: Date
  activeMs: number
  hasVerdict: boolean
}

/** What the reader has handed in, newest first. */
export function DoneList({ rows, before }: { rows: DoneRow[]; before: string | null }) {
  const t = useTranslations('desk.done')
  const format = useFormatter()
  return (
    <>
      <PageHeader crumbs={[{ label: t('desk'), href: paths.desk() }, { label: t('title') }]} title={t('title')} />
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} body={t('emptyBody')} />
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <OpeningRow
                key={row.seatId}
                href={paths.reading(row.seatId)}
                opening={row.opening}
                facts={
                  <>
                    {row.studyName} · <AbsoluteTime at={row.submittedAt} /> ·{' '}
                    {t('minutes', { minutes: format.number(row.activeMs / 60_000, { maximumFractionDigits: 1 }) })}
                  </>
                }
              >
                {row.hasVerdict && <Badge tone="good">{t('verdict')}</Badge>}
              </OpeningRow>
            ))}
          </ul>
        </Card>
      )}
      {before && (
        <LinkButton href={`${paths.deskDone()}?${new URLSearchParams({ before }).toString()}`} className="self-center">
          {t('older')}
        </LinkButton>
      )}
    </>
  )
}

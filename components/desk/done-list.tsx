import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
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
              <li key={row.seatId}>
                <Link
                  href={paths.reading(row.seatId)}
                  className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 no-underline hover:bg-sunken/60"
                >
                  <span className="min-w-0 grow basis-60">
                    <span dir="auto" className="line-clamp-2 font-serif text-ink">
                      {row.opening}
                    </span>
                    <span className="text-sm text-ink-soft">
                      {row.studyName} · <AbsoluteTime at={row.submittedAt} /> ·{' '}
                      {t('minutes', { minutes: format.number(row.activeMs / 60_000, { maximumFractionDigits: 1 }) })}
                    </span>
                  </span>
                  {row.hasVerdict && <Badge tone="good">{t('verdict')}</Badge>}
                </Link>
              </li>
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

import { useFormatter, useTranslations } from 'next-intl'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { OpeningRow } from '@/components/work/opening-row'
import type { Cause } from '@/lib/workflow/causes'
import { paths } from '@/lib/web/paths'

export type SettledRow = {
  adjudicationId: string
  studyName: string
  opening: string
  settledAt: Date
  activeMs: number
  usable: boolean
  cause: Cause | null
}

/** What the adjudicator has decided, newest first. */
export function SettledList({ rows, before }: { rows: SettledRow[]; before: string | null }) {
  const t = useTranslations('bench')
  const format = useFormatter()
  return (
    <>
      <PageHeader crumbs={[{ label: t('title'), href: paths.bench() }, { label: t('done.title') }]} title={t('done.title')} />
      {rows.length === 0 ? (
        <EmptyState title={t('done.empty')} body={t('done.emptyBody')} />
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <OpeningRow
                key={row.adjudicationId}
                href={paths.dispute(row.adjudicationId)}
                opening={row.opening}
                facts={
                  <>
                    {row.studyName} · <AbsoluteTime at={row.settledAt} /> ·{' '}
                    {t('done.minutes', { minutes: format.number(row.activeMs / 60_000, { maximumFractionDigits: 1 }) })}
                  </>
                }
              >
                {!row.usable && <Badge tone="warn">{t('done.unusable')}</Badge>}
                {row.cause && <Badge>{t(`causes.${row.cause}.name`)}</Badge>}
              </OpeningRow>
            ))}
          </ul>
        </Card>
      )}
      {before && (
        <LinkButton href={`${paths.benchDone()}?${new URLSearchParams({ before }).toString()}`} className="self-center">
          {t('done.older')}
        </LinkButton>
      )}
    </>
  )
}

import { Inbox } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Stat } from '@/components/ui/stat'
import { StatRow } from '@/components/ui/stat-row'
import type { Forecast } from '@/lib/workflow/forecast'
import { stages, type Stage } from '@/lib/workflow/stage'
import { paths } from '@/lib/web/paths'
import { ForecastLine } from '../forecast-line'
import { StageBadge, stageTones } from '../stage-badge'
import { DisputeCard, type Disputes } from './dispute-card'
import { OutcomeCards, type Outcomes } from './outcome-cards'
import { PacePlot, type DayCount } from './pace-plot'

export type OverviewShown = {
  study: { slug: string; description: string }
  protocol: number | null
  items: Record<Stage, number>
  seats: { seats: number; held: number; submitted: number }
  perDay: DayCount[]
  forecast: Forecast
  notCounted: { pool: number; bench: number; paused: number; forNobody: number }
  disputes: Disputes
  outcomes: Outcomes
  openThreads: number
}

/** A study at a glance: counts, never who said what. */
export function Overview({
  study,
  protocol,
  items,
  seats,
  perDay,
  forecast,
  notCounted,
  disputes,
  outcomes,
  openThreads,
}: OverviewShown) {
  const t = useTranslations('running.overview')
  const { number } = useFormatter()
  const all = items.pool + items.reading + items.adjudicating + items.closed
  const toGo = seats.seats - seats.submitted
  const header = <PageHeader title={t('title')} {...(study.description ? { lede: study.description } : {})} />
  const noProtocol = protocol === null && (
    <Notice
      tone="warn"
      title={t('noProtocol')}
      action={<LinkButton href={paths.protocol(study.slug)}>{t('toProtocol')}</LinkButton>}
    >
      {t('noProtocolBody')}
    </Notice>
  )
  if (all + items.withdrawn === 0)
    return (
      <>
        {header}
        {noProtocol}
        <EmptyState
          icon={<Inbox size={36} aria-hidden />}
          title={t('empty')}
          body={t('emptyBody')}
          action={
            <LinkButton variant="primary" href={paths.imports(study.slug)}>
              {t('import')}
            </LinkButton>
          }
        />
      </>
    )
  return (
    <>
      {header}
      {noProtocol}
      {protocol !== null && items.pool > 0 && toGo === 0 && (
        <Notice
          tone="accent"
          title={t('inPool', { count: items.pool })}
          action={<LinkButton href={paths.batches(study.slug)}>{t('openBatch')}</LinkButton>}
        />
      )}
      <Card>
        <StatRow>
          <Stat label={t('items')} value={number(all)} note={t('itemsDone', { closed: items.closed, all })} />
          <Stat
            label={t('readings')}
            value={number(seats.submitted)}
            note={t('readingsDone', { submitted: seats.submitted, seats: seats.seats })}
          />
          <Stat label={t('heldNow')} value={number(seats.held)} note={`${number(toGo - seats.held)} ${t('free')}`} />
          <Stat label={t('disputes')} value={number(disputes.count)} note={t('atBench')} />
          <Stat
            label={t('questions')}
            value={number(openThreads)}
            note={<Link href={paths.threads(study.slug)}>{t('unanswered')}</Link>}
          />
        </StatRow>
      </Card>
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr]">
        <Card title={t('progress')}>
          <div className="grid gap-4">
            <ProgressBar
              label={t('items')}
              value={items.closed}
              parts={(['closed', 'adjudicating', 'reading'] as const).map((stage) => ({
                value: items[stage],
                tone: stageTones[stage],
              }))}
              max={all}
            />
            <ul className="flex flex-wrap gap-x-5 gap-y-2">
              {stages.map((stage) => (
                <li key={stage}>
                  <Link href={paths.itemsWhere(study.slug, { stage })} className="flex min-h-7 items-center gap-2 tabular-nums pointer-coarse:min-h-11">
                    <StageBadge stage={stage} />
                    {number(items[stage])}
                  </Link>
                </li>
              ))}
            </ul>
            <ProgressBar label={t('readings')} value={seats.submitted} max={seats.seats} />
          </div>
        </Card>
        <Card title={t('when')} note={t('toGo', { count: toGo })}>
          <ForecastLine forecast={forecast} days={perDay.length - 1} />
          {(['pool', 'bench', 'paused'] as const).map(
            (what) =>
              notCounted[what] > 0 && (
                <p key={what} className="mt-2 text-sm text-ink-soft">
                  {t(`notCounted.${what}`, { count: notCounted[what] })}
                </p>
              ),
          )}
          {notCounted.forNobody > 0 && (
            <p className="mt-2 text-sm font-medium text-warn">
              {t('notCounted.forNobody', { count: notCounted.forNobody })} <Link href={paths.batches(study.slug)}>{t('toBatches')}</Link>
            </p>
          )}
        </Card>
      </div>
      <Card>
        <PacePlot perDay={perDay} />
      </Card>
      <DisputeCard disputes={disputes} slug={study.slug} />
      <OutcomeCards outcomes={outcomes} />
    </>
  )
}

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { ProgressBar } from '@/components/ui/progress-bar'
import { paths } from '@/lib/web/paths'
import { ForecastLine } from '../forecast-line'
import { useDay } from '../use-day'
import { useLanguageName } from '@/components/people/use-language-name'
import { BatchActions } from './batch-actions'
import type { BatchChoices, BatchShown, BatchVerbs } from './batch-types'

const stateTones = { open: 'good', paused: 'warn', closed: 'neutral' } as const

/** One batch: what it is, how far, when it may be done. */
export function BatchCard({
  slug,
  batch,
  today,
  verbs,
  ...choices
}: BatchChoices & { slug: string; batch: BatchShown; today: string; verbs: BatchVerbs }) {
  const t = useTranslations('batches')
  const day = useDay()
  const format = useFormatter()
  const poolName = usePoolName()
  const running = batch.state !== 'closed'
  const overdue = running && batch.dueOn !== null && batch.dueOn < today && batch.submitted < batch.seats
  const due = batch.dueOn === null ? t('noDue') : t(overdue ? 'overdue' : 'due', { date: day(batch.dueOn) })
  return (
    <Card>
      <div className="grid gap-4">
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-0 grow basis-72">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 className="font-serif text-lg font-semibold">{batch.name}</h2>
              <Badge tone={stateTones[batch.state]}>{t(`states.${batch.state}`)}</Badge>
              {overdue ? <Badge tone="danger">{due}</Badge> : <span className="text-sm text-ink-soft">{due}</span>}
            </div>
            <p className="text-sm text-ink-soft">
              {t('k', { count: batch.readersPerItem })} · {poolName(batch.pool)} ·{' '}
              {t('priority', { priority: batch.priority })} ·{' '}
              {t(batch.closedAt ? 'closedOn' : 'openedOn', {
                date: format.dateTime(batch.closedAt ?? batch.openedAt, { dateStyle: 'medium' }),
              })}
            </p>
          </div>
          <BatchActions slug={slug} batch={batch} verbs={verbs} {...choices} />
        </div>
        <div className="grid gap-x-8 gap-y-3 md:grid-cols-3">
          <div className="grid content-start gap-1">
            <ProgressBar
              label={t('items')}
              value={batch.closed}
              parts={[
                { value: batch.closed, tone: 'good' },
                { value: batch.adjudicating, tone: 'warn' },
                { value: batch.reading, tone: 'accent' },
              ]}
              max={batch.items}
            />
            <p className="text-sm text-ink-soft tabular-nums">
              {t('stages', { reading: batch.reading, adjudicating: batch.adjudicating, closed: batch.closed })} ·{' '}
              <Link href={paths.itemsWhere(slug, { batch: batch.id })}>{t('seeItems')}</Link>
            </p>
          </div>
          <div className="grid content-start gap-1">
            <ProgressBar label={t('readings')} value={batch.submitted} max={batch.seats} />
            {running && <p className="text-sm text-ink-soft">{t('held', { count: batch.held })}</p>}
            {batch.forNobody > 0 && (
              <p className="text-sm font-medium text-warn">
                {t('forNobody', { count: batch.forNobody })}{' '}
                <Link href={paths.itemsWhere(slug, { batch: batch.id, readers: 'none' })}>{t('seeForNobody')}</Link>
              </p>
            )}
          </div>
          {running && (
            <div className="text-sm">
              <p className="text-ink-soft">{t('forecast')}</p>
              <ForecastLine forecast={batch.forecast} days={batch.paceDays} />
            </div>
          )}
        </div>
      </div>
    </Card>
  )
}

/** Who may read, in a few words. */
function usePoolName() {
  const t = useTranslations('batches.pool')
  const { nameOf } = useSpecialtyName()
  const language = useLanguageName()
  const { list } = useFormatter()
  return ({ people, specialties, languages }: BatchShown['pool']): string => {
    if (people.length > 0) return t('people', { count: people.length })
    const parts = [specialties.map(nameOf), languages.map(language)].filter((names) => names.length > 0)
    if (parts.length === 0) return t('everyone')
    return t('filtered', { what: parts.map((names) => list(names, { type: 'disjunction' })).join(' + ') })
  }
}

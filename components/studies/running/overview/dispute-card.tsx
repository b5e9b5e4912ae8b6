import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Plot } from '@/components/ui/plot'
import { SectionHeading } from '@/components/ui/section-heading'
import { paths } from '@/lib/web/paths'
import { countDomain } from './count-domain'

export type Disputes = {
  count: number
  oldest: { itemId: string; externalId: string; days: number; held: boolean }[]
  ages: { from: number; to: number | null; held: number; waiting: number }[]
}

/** How long disputes have been waiting, and which the longest. */
export function DisputeCard({ disputes: { count, oldest, ages }, slug }: { disputes: Disputes; slug: string }) {
  const t = useTranslations('running.overview')
  const ageName = ({ from, to }: { from: number; to: number | null }) => {
    if (to === null) return t('ageFrom', { from })
    return from === 0 ? t('ageToday') : to - from === 1 ? String(from) : t('ageRange', { from, to: to - 1 })
  }
  if (count === 0) return <Card title={t('ages')} note={t('agesNote', { count })} />
  return (
    <Card>
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr]">
        <Plot
          title={t('ages')}
          note={t('agesNote', { count })}
          kind="stacked"
          rows={ages.map((age) => ({ age: ageName(age), waiting: age.waiting, held: age.held }))}
          y={{ domain: countDomain(ages.map(({ held, waiting }) => held + waiting)) }}
          x={{ key: 'age', label: t('age') }}
          series={[
            { key: 'waiting', label: t('untaken'), colour: 'amber' },
            { key: 'held', label: t('taken'), colour: 'accent' },
          ]}
          height={200}
        />
        <div className="min-w-0">
          <SectionHeading level={3}>{t('oldest')}</SectionHeading>
          <ul className="mt-2 divide-y divide-line">
            {oldest.map((dispute) => (
              <li key={dispute.itemId} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
                <Link href={paths.item(slug, dispute.itemId)} className="min-w-0 grow truncate">
                  {dispute.externalId}
                </Link>
                <span className="text-sm text-ink-soft">{t('waitsFor', { days: dispute.days })}</span>
                {dispute.held && <Badge tone="accent">{t('taken')}</Badge>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Card>
  )
}

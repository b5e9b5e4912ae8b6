import { Package } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'

export type ReleaseInList = {
  id: string
  href: string
  title: string
  version: string
  study: string
  items: number
  frozenAt: Date
  public: boolean
}

/** Everything frozen that this person may know of. */
export function ReleaseList({ releases }: { releases: readonly ReleaseInList[] }) {
  const t = useTranslations('releases')
  const format = useFormatter()
  if (releases.length === 0) return <EmptyState icon={<Package size={36} aria-hidden />} title={t('none')} body={t('noneBody')} />
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {releases.map((release) => (
        <li key={release.id}>
          <Card className="relative h-full">
            <div className="grid gap-1">
              <h2 className="font-serif text-lg font-semibold">
                <Link href={release.href} className="after:absolute after:inset-0">
                  {release.title}
                </Link>
              </h2>
              <p className="text-sm text-ink-soft">{t('of', { study: release.study })}</p>
              <p className="mt-1 flex flex-wrap items-center gap-2 text-sm">
                <Badge tone="accent">{release.version}</Badge>
                <Badge tone={release.public ? 'good' : 'neutral'}>{t(release.public ? 'public' : 'forResearchers')}</Badge>
                <span>{t('items', { count: release.items })}</span>
                <span className="text-ink-faint">{t('frozenOn', { date: format.dateTime(release.frozenAt, { dateStyle: 'medium' }) })}</span>
              </p>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}

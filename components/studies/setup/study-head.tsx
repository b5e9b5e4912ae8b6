import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { StudyTabs, type StudyTab } from './study-tabs'

/** What stands above every page of a study. Not a heading: each page has its own. */
export function StudyHead({
  study,
  studiesHref,
  tabs,
}: {
  study: { name: string; href: string; archived: boolean }
  studiesHref: string
  tabs: readonly { tab: StudyTab; href: string }[]
}) {
  const t = useTranslations('studies')
  return (
    <div className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto w-full max-w-6xl px-4 pt-4 sm:px-6 [&_nav_ul]:border-b-0">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Link href={studiesHref} className="rounded-sm text-sm text-ink-soft hover:text-ink">
            {t('title')}
          </Link>
          <span aria-hidden className="text-ink-faint">
            /
          </span>
          <Link href={study.href} className="min-w-0 rounded-sm font-serif text-lg font-semibold hover:text-accent">
            {study.name}
          </Link>
          {study.archived && <Badge tone="warn">{t('archived')}</Badge>}
        </div>
        <div className="mt-1 min-w-0">
          <StudyTabs tabs={tabs} />
        </div>
      </div>
    </div>
  )
}

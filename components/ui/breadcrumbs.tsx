import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

export type Crumb = { label: string; href?: string }

/** The way from the place to this page; the last one is the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations('shell')
  return (
    <nav aria-label={t('breadcrumbs')}>
      <ol className="flex flex-wrap items-center gap-x-1 text-sm text-ink-soft">
        {crumbs.map((crumb, at) => (
          <li key={at} className="flex min-h-6 min-w-0 items-center gap-1">
            {at > 0 && <ChevronRight aria-hidden size={14} className="shrink-0 text-ink-faint rtl:-scale-x-100" />}
            {crumb.href && at < crumbs.length - 1 ? (
              <Link href={crumb.href} className="inline-flex min-h-6 items-center underline-offset-2 pointer-coarse:min-h-11 hover:text-ink hover:underline">
                {crumb.label}
              </Link>
            ) : (
              <span aria-current={at === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

'use client'
import clsx from 'clsx'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { isIn, type PlaceLink } from './places'

/** The places, across the top. */
export function PlaceNav({ places, className }: { places: readonly PlaceLink[]; className?: string }) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  return (
    <nav aria-label={t('navigation')} className={className}>
      <ul className="flex h-full gap-1">
        {places.map(({ place, href, waiting }) => (
          <li key={place} className="flex">
            <Link
              href={href}
              aria-current={isIn(pathname, href) ? 'page' : undefined}
              className={clsx(
                'flex items-center gap-1.5 border-b-2 border-transparent px-3 font-medium text-ink-soft hover:text-ink focus-visible:-outline-offset-2',
                'aria-[current]:border-accent aria-[current]:text-ink',
              )}
            >
              {t(`places.${place}`)}
              {!!waiting && (
                <span className="rounded-full bg-accent-soft px-1.5 text-xs text-accent tabular-nums">
                  <span aria-hidden>{waiting}</span>
                  <span className="sr-only">{t('waiting', { count: waiting })}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

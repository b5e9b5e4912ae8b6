import clsx from 'clsx'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { tabClasses, tabRowClasses } from './tab-classes'

/** The sections of a place, each with its own address. */
export function TabLinks({
  label,
  links,
  className,
}: {
  label: string
  links: readonly { href: string; label: ReactNode; note?: ReactNode; current?: boolean }[]
  className?: string
}) {
  return (
    <nav aria-label={label} className={className}>
      <ul className={tabRowClasses}>
        {links.map((link) => (
          <li key={link.href} className="contents">
            <Link
              href={link.href}
              aria-current={link.current ? 'page' : undefined}
              className={clsx(tabClasses, 'aria-[current]:border-accent aria-[current]:text-ink')}
            >
              {link.label}
              {link.note !== undefined && <span className="text-xs text-ink-faint tabular-nums">{link.note}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

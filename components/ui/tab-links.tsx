'use client'
import clsx from 'clsx'
import Link from 'next/link'
import { useEffect, useRef, type ReactNode } from 'react'
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
  const row = useRef<HTMLUListElement>(null)
  const here = links.find(({ current }) => current)?.href
  // On a narrow screen the row scrolls: where one stands is in sight, with its neighbours.
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - (row.current.clientWidth - current.offsetWidth) / 2
  }, [here])
  return (
    <nav aria-label={label} className={className}>
      <ul ref={row} className={clsx('relative', tabRowClasses)}>
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

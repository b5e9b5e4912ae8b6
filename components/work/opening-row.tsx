import Link from 'next/link'
import type { ReactNode } from 'react'

/** One piece of work in a list: the text's first words tell it apart; under them what is known of it, beside them its badges. */
export function OpeningRow({ href, opening, facts, children }: { href: string; opening: string; facts: ReactNode; children?: ReactNode }) {
  return (
    <li>
      <Link href={href} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 no-underline hover:bg-sunken/60">
        <span className="min-w-0 grow basis-60">
          <span dir="auto" className="line-clamp-2 font-serif text-ink">
            {opening}
          </span>
          <span className="text-sm text-ink-soft">{facts}</span>
        </span>
        {children}
      </Link>
    </li>
  )
}

import clsx from 'clsx'
import type { ReactNode } from 'react'

// A table that fills the sheet lines its outer columns up with the heading.
const inset =
  '[&_:is(th,td,[role=gridcell],[role=columnheader]):first-child]:ps-5 [&_:is(th,td,[role=gridcell],[role=columnheader]):last-child]:pe-5'

/** A sheet of its own on the page. With a title it is a section under that heading. */
export function Card({
  title,
  level = 2,
  note,
  actions,
  flush = false,
  className,
  children,
}: {
  title?: ReactNode
  level?: 2 | 3 | 4
  note?: ReactNode
  actions?: ReactNode
  /** Without inner space, for a table that fills it. */
  flush?: boolean
  className?: string
  children?: ReactNode
}) {
  const Heading = `h${level}` as const
  const Sheet = title ? 'section' : 'div'
  return (
    <Sheet className={clsx('min-w-0 overflow-clip rounded-lg border border-line bg-surface shadow-card', className)}>
      {(title || actions) && (
        <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 pt-4 pb-1">
          <div className="min-w-0 grow">
            {title && <Heading className="font-serif text-lg font-semibold">{title}</Heading>}
            {note && <p className="text-sm text-ink-soft">{note}</p>}
          </div>
          {actions}
        </header>
      )}
      {children !== undefined && (
        <div className={flush ? clsx(inset, title && 'pt-2') : clsx('px-5 pb-5', title ? 'pt-2' : 'pt-5')}>
          {children}
        </div>
      )}
    </Sheet>
  )
}

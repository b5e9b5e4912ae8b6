import clsx from 'clsx'
import type { ReactNode } from 'react'

/** The head of a part of a page. */
export function SectionHeading({
  level = 2,
  id,
  note,
  actions,
  className,
  children,
}: {
  level?: 2 | 3 | 4
  id?: string
  note?: ReactNode
  actions?: ReactNode
  className?: string
  children: ReactNode
}) {
  const Heading = `h${level}` as const
  return (
    <div className={clsx('flex flex-wrap items-end gap-x-4 gap-y-2', className)}>
      <div className="min-w-0 grow">
        <Heading
          id={id}
          className={clsx('font-serif font-semibold', level === 2 ? 'text-xl' : level === 3 ? 'text-lg' : 'text-base')}
        >
          {children}
        </Heading>
        {note && <p className="text-sm text-ink-soft">{note}</p>}
      </div>
      {actions}
    </div>
  )
}

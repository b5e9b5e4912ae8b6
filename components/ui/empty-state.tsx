import clsx from 'clsx'
import type { ReactNode } from 'react'

/** Nothing here, why, and what to do about it. */
export function EmptyState({
  icon,
  title,
  body,
  action,
  level = 2,
  className,
}: {
  icon?: ReactNode
  title: ReactNode
  body?: ReactNode
  action?: ReactNode
  level?: 1 | 2 | 3
  className?: string
}) {
  const Heading = `h${level}` as const
  return (
    <div className={clsx('mx-auto grid max-w-md justify-items-center gap-3 px-4 py-12 text-center', className)}>
      {icon && <span className="text-ink-faint">{icon}</span>}
      <Heading className="font-serif text-xl font-semibold">{title}</Heading>
      {body && <div className="text-ink-soft">{body}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs'

/** The head of a page: its one h1, where it is, and what can be done here. */
export function PageHeader({
  crumbs,
  title,
  lede,
  meta,
  actions,
  className,
}: {
  crumbs?: readonly Crumb[]
  title: ReactNode
  lede?: ReactNode
  /** Badges and small facts beside the title. */
  meta?: ReactNode
  actions?: ReactNode
  className?: string
}) {
  return (
    <header className={clsx('grid gap-2', className)}>
      {crumbs && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 grow basis-64">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="font-serif text-2xl font-semibold">{title}</h1>
            {meta}
          </div>
          {lede && <p className="mt-1 max-w-[72ch] text-ink-soft">{lede}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  )
}

import clsx from 'clsx'
import type { ReactNode } from 'react'

/** Stats side by side. */
export function StatRow({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <dl className={clsx('grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-x-4 sm:gap-x-6 gap-y-4', className)}>
      {children}
    </dl>
  )
}

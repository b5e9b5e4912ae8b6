import clsx from 'clsx'
import type { ReactNode } from 'react'

const widths = { narrow: 'max-w-2xl', usual: 'max-w-6xl', full: 'max-w-none' } as const

/** The margins and the rhythm of a page inside the shell. */
export function PageBody({
  width = 'usual',
  className,
  children,
}: {
  width?: keyof typeof widths
  className?: string
  children: ReactNode
}) {
  return (
    <div
      className={clsx('mx-auto flex w-full min-w-0 flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8', widths[width], className)}
    >
      {children}
    </div>
  )
}

import clsx from 'clsx'
import type { ReactNode } from 'react'

/** A piece of code, an id, a hash: in a line, or as a `block` that scrolls. */
export function CodeText({
  block = false,
  label,
  className,
  children,
}: {
  block?: boolean
  label?: string
  className?: string
  children: ReactNode
}) {
  if (!block)
    return (
      <code className={clsx('rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em] break-all', className)}>
        {children}
      </code>
    )
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      className={clsx('overflow-x-auto rounded-md border border-line bg-sunken p-3 font-mono text-sm', className)}
    >
      <code>{children}</code>
    </pre>
  )
}

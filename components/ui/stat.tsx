import clsx from 'clsx'
import type { ReactNode } from 'react'

/** One number that matters, with what it counts. Wrap several in StatRow. */
export function Stat({
  label,
  value,
  note,
  className,
}: {
  label: ReactNode
  value: ReactNode
  note?: ReactNode
  className?: string
}) {
  return (
    <div className={clsx('flex min-w-0 flex-col gap-0.5', className)}>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="font-serif text-2xl font-semibold tabular-nums">{value}</dd>
      {note && <dd className="text-sm text-ink-faint">{note}</dd>}
    </div>
  )
}

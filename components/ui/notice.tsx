import clsx from 'clsx'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from './badge'

const looks = {
  neutral: ['border-line bg-sunken', 'text-ink-soft', Info],
  accent: ['border-accent/30 bg-accent-soft', 'text-accent', Info],
  good: ['border-good/30 bg-good-soft', 'text-good', CircleCheck],
  warn: ['border-warn/30 bg-warn-soft', 'text-warn', TriangleAlert],
  danger: ['border-danger/30 bg-danger-soft', 'text-danger', CircleAlert],
} as const satisfies Record<Tone, unknown>

/** A message that stays in the page. `live` announces it when it appears. */
export function Notice({
  tone = 'neutral',
  title,
  action,
  live = false,
  className,
  children,
}: {
  tone?: Tone
  title?: ReactNode
  action?: ReactNode
  live?: boolean
  className?: string
  children?: ReactNode
}) {
  const [ground, mark, Icon] = looks[tone]
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={clsx(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border px-3.5 py-2.5 text-base',
        ground,
        className,
      )}
    >
      <Icon aria-hidden size={18} className={clsx('mt-0.5 shrink-0', mark)} />
      <div className="min-w-0 flex-1 basis-48">
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  )
}

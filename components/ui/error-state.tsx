'use client'
import clsx from 'clsx'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button'

/** Something did not work: what, and what to do. A defect shows its id. */
export function ErrorState({
  title,
  body,
  id,
  onRetry,
  action,
  level = 2,
  className,
}: {
  title: ReactNode
  body?: ReactNode
  id?: string | undefined
  onRetry?: () => void
  action?: ReactNode
  level?: 1 | 2 | 3
  className?: string
}) {
  const t = useTranslations()
  const Heading = `h${level}` as const
  return (
    <div
      role="alert"
      className={clsx('mx-auto grid max-w-md justify-items-center gap-3 px-4 py-12 text-center', className)}
    >
      <CircleAlert aria-hidden size={28} className="text-danger" />
      <Heading className="font-serif text-xl font-semibold">{title}</Heading>
      {body && <div className="text-ink-soft">{body}</div>}
      {id && <p className="font-mono text-sm text-ink-soft select-all">{t('shell.defect.id', { id })}</p>}
      {(onRetry || action) && (
        <div className="mt-2 flex flex-wrap justify-center gap-2">
          {onRetry && (
            <Button variant="primary" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          )}
          {action}
        </div>
      )}
    </div>
  )
}

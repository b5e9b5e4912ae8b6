import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Tone } from './badge'

const fills: Record<Tone, string> = {
  neutral: 'fill-edge',
  accent: 'fill-accent',
  good: 'fill-good',
  warn: 'fill-warn',
  danger: 'fill-danger',
}

export type ProgressPart = { value: number; tone?: Tone }

/** How much of a known whole is done; `parts` stack in one bar. The numbers stand beside it unless `bare`. */
export function ProgressBar({
  label,
  value,
  parts,
  max,
  note,
  bare = false,
  className,
}: {
  label: string
  value: number
  /** Defaults to one part of `value`. */
  parts?: readonly ProgressPart[]
  max: number
  note?: ReactNode
  bare?: boolean
  className?: string
}) {
  const t = useTranslations('common')
  const whole = Math.max(max, 1)
  const all = parts ?? [{ value }]
  const drawn = all.map((part, at) => {
    const start = all.slice(0, at).reduce((sum, before) => sum + before.value, 0)
    return {
      start: (start / whole) * 100,
      width: (Math.min(part.value, whole - start) / whole) * 100,
      tone: part.tone ?? 'accent',
    }
  })
  return (
    <div className={clsx('grid gap-1', className)}>
      {!bare && (
        <div className="flex justify-between gap-3 text-sm">
          <span>{label}</span>
          <span className="text-ink-soft tabular-nums">{note ?? t('progress', { value, max })}</span>
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        aria-valuetext={t('progress', { value, max })}
      >
        <svg
          aria-hidden
          className="block h-1.5 w-full overflow-hidden rounded-full bg-line"
          preserveAspectRatio="none"
          viewBox="0 0 100 1"
        >
          {drawn.map((part, at) => (
            <rect key={at} x={part.start} width={Math.max(part.width, 0)} height={1} className={fills[part.tone]} />
          ))}
        </svg>
      </div>
    </div>
  )
}

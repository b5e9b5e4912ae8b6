'use client'
import { Lock, LockOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { TextInput } from '@/components/ui/text-input'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { mostPoints, wholeWeight } from '@/lib/tasks/rubric/groups'

/** What a criterion counts: a share of one hundred with its lock, or signed points. Nothing where it is only counted. */
export function CountedField({
  criterion,
  byPoints,
  place,
  readOnly,
  error,
  onBegin,
  onWrite,
}: {
  criterion: Criterion
  byPoints: boolean
  place: number
  readOnly: boolean
  error?: string | undefined
  /** Before anything is written. */
  onBegin: () => void
  onWrite: (some: Partial<Criterion>, step?: string | null) => void
}) {
  const t = useTranslations('rubric-authoring.criterion')
  const { id, group, weight, points, locked } = criterion
  const [typed, setTyped] = useState<string | null>(null)
  if (!byPoints && group !== 'main') return null
  const stands = byPoints ? (points === null ? '' : String(points)) : String(weight / (wholeWeight / 100))
  const write = (text: string) => {
    setTyped(text)
    const number = Number(text)
    if (text.trim() === '' || !Number.isFinite(number)) return
    if (byPoints) onWrite({ points: Math.round(Math.min(Math.max(number, -mostPoints), mostPoints)) }, `points ${id}`)
    else onWrite({ weight: Math.round(Math.min(Math.max(number, 0), 100) * (wholeWeight / 100)) }, `weight ${id}`)
  }
  return (
    <span className="inline-flex items-center gap-1">
      <span className="relative inline-flex items-center">
        <TextInput
          type="number"
          inputMode="decimal"
          min={byPoints ? -10 : 0}
          max={byPoints ? 10 : 100}
          step={byPoints ? 1 : 'any'}
          aria-label={t(byPoints ? 'pointsOf' : 'weightOf', { place })}
          aria-invalid={error ? true : undefined}
          readOnly={readOnly}
          value={typed ?? stands}
          onFocus={onBegin}
          onChange={(event) => write(event.target.value)}
          onBlur={() => setTyped(null)}
          className="w-22! pe-6! text-end tabular-nums"
        />
        <span aria-hidden className="pointer-events-none absolute end-2 text-sm text-ink-soft">
          {byPoints ? t('pointsSign') : '%'}
        </span>
      </span>
      {!byPoints && !readOnly && (
        <IconButton
          size="small"
          aria-pressed={locked}
          label={t(locked ? 'unlock' : 'lock', { place })}
          icon={locked ? <Lock size={15} aria-hidden /> : <LockOpen size={15} aria-hidden />}
          onClick={() => onWrite({ locked: !locked })}
        />
      )}
    </span>
  )
}

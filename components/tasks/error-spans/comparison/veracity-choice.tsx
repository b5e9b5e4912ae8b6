'use client'
import { useTranslations } from 'next-intl'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Veracity } from '@/lib/tasks/error-spans/judgment'
import type { Compared } from './compared'

/** The first point: is anything wrong at all. Says who judged how; "no error after all" is always there to be chosen. */
export function VeracityChoice({
  compared,
  value,
  error,
  readOnly,
  onChoose,
}: {
  compared: Compared
  value: Veracity | null
  error: string | undefined
  readOnly: boolean
  onChoose: (veracity: Veracity) => void
}) {
  const t = useTranslations('comparison.veracity')
  const { agreed, votes } = compared.veracity
  const whoSaid = (veracity: Veracity) => compared.letters.filter((_, nth) => votes[nth] === veracity).join(', ')
  return (
    <SegmentedControl
      label={t(agreed ? 'agreed' : 'differs')}
      value={value}
      error={error}
      onChange={onChoose}
      options={(['erroneous', 'correct'] as const).map((veracity) => ({
        value: veracity,
        disabled: readOnly,
        ...(veracity === 'correct' && !readOnly ? { shortcut: 'n' } : {}),
        label: (
          <span className="text-center">
            {t(veracity)}
            {whoSaid(veracity) && <span className="ms-1.5 font-normal text-ink-soft">{t('saidBy', { letters: whoSaid(veracity) })}</span>}
          </span>
        ),
      }))}
    />
  )
}

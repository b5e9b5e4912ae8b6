'use client'
import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Veracity } from '@/lib/tasks/error-spans/judgment'
import type { CommandKeys } from './command-keys'

/** The first decision. */
export function VeracityField({
  value,
  onChange,
  keys,
  error,
  readOnly,
}: {
  value: Veracity | null
  onChange: (value: Veracity) => void
  keys: CommandKeys
  error: string | undefined
  readOnly: boolean
}) {
  const t = useTranslations('error-spans.judgment')
  return (
    <SegmentedControl
      size="large"
      label={t('veracity')}
      value={value}
      onChange={onChange}
      error={error}
      options={[
        {
          value: 'correct',
          label: t('correct'),
          icon: <Check aria-hidden size={18} />,
          shortcut: keys.correct,
          disabled: readOnly,
        },
        {
          value: 'erroneous',
          label: t('erroneous'),
          icon: <X aria-hidden size={18} />,
          shortcut: keys.erroneous,
          disabled: readOnly,
        },
      ]}
    />
  )
}

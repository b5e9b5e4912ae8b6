'use client'
import { AArrowDown, AArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { readingSize, readingSizes, useReadingSize } from './reading-size'

/** Smaller and larger reading text, on this device. */
export function ReadingSizeButtons() {
  const t = useTranslations('work.readingSize')
  const step = useReadingSize()
  return (
    <div role="group" aria-label={t('title')} className="flex">
      <IconButton
        size="small"
        label={t('smaller')}
        icon={<AArrowDown size={18} aria-hidden />}
        disabled={step === 0}
        onClick={() => readingSize.set(step - 1)}
      />
      <IconButton
        size="small"
        label={t('larger')}
        icon={<AArrowUp size={18} aria-hidden />}
        disabled={step === readingSizes.length - 1}
        onClick={() => readingSize.set(step + 1)}
      />
    </div>
  )
}

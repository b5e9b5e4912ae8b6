'use client'
import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

/** Says that part of what was begun earlier answers nothing that is asked now. */
export function TakenOut({ lost }: { lost: number }) {
  const t = useTranslations('work.takenOut')
  return (
    <Notice tone="warn" live className="mx-4 mt-3" title={t('title')}>
      {t('body', { count: lost })}
    </Notice>
  )
}

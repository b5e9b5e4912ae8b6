'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { reached } from '../../setup/outcome'
import { useFailureWords } from '../../setup/use-failure-words'
import type { BatchShown, BatchVerbs } from './batch-types'

/** Ends a batch; says what goes back to the pool, and asks again where it would interrupt someone. */
export function CloseBatchDialog({
  slug,
  batch,
  close,
}: {
  slug: string
  batch: BatchShown
  close: BatchVerbs['close']
}) {
  const t = useTranslations('batches')
  const words = useFailureWords()
  const router = useRouter()
  const [interrupt, setInterrupt] = useState(false)
  const end = async () => {
    const outcome = await reached(close({ study: slug, batchId: batch.id, interrupt }))
    if (outcome.ok) toast(t('closed', { count: outcome.value.returned }), { tone: 'good' })
    else toast(words.sentence(outcome.failure), { tone: 'danger' })
    router.refresh()
  }
  return (
    <ConfirmDialog
      trigger={<Button size="small">{t('close.action')}</Button>}
      title={t('close.title', { name: batch.name })}
      body={t('close.body', { count: batch.reading })}
      confirmLabel={t('close.confirm')}
      blockedBecause={batch.held > 0 && !interrupt ? t('close.decide') : undefined}
      onConfirm={end}
    >
      {batch.held > 0 && (
        <Notice tone="warn">
          <p>{t('close.readers', { count: batch.held })}</p>
          <Checkbox
            className="mt-2"
            label={t('close.interrupt')}
            checked={interrupt}
            onChange={(event) => setInterrupt(event.target.checked)}
          />
        </Notice>
      )}
    </ConfirmDialog>
  )
}

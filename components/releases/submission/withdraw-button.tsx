'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { reached, type Failure, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Notice } from '@/components/ui/notice'

export function WithdrawButton({ submissionId, withdraw }: { submissionId: string; withdraw: (input: { submissionId: string }) => Promise<Outcome<unknown>> }) {
  const t = useTranslations('board.withdraw')
  const router = useRouter()
  const { sentence } = useFailureWords()
  const [failure, setFailure] = useState<Failure | null>(null)
  return (
    <ConfirmDialog
      trigger={<Button>{t('title')}</Button>}
      title={t('title')}
      body={t('body')}
      confirmLabel={t('title')}
      onConfirm={async () => {
        const outcome = await reached(withdraw({ submissionId }))
        setFailure(outcome.ok ? null : outcome.failure)
        if (!outcome.ok) throw new Error(outcome.failure.reason)
        router.refresh()
      }}
    >
      {failure && (
        <Notice tone="danger" live>
          {sentence(failure)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}

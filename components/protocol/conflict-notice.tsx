'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { reached, type Failure, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Somebody else saved the draft. Nothing was overwritten on either side; a person chooses which text goes on. */
export function ConflictNotice({
  failure,
  newestRevision,
  saveOver,
}: {
  failure: Failure
  newestRevision: () => Promise<Outcome<string | null>>
  saveOver: (seen: string) => Promise<boolean>
}) {
  const t = useTranslations('protocol.conflict')
  const { sentence } = useFailureWords()
  const [pending, setPending] = useState(false)
  const choosable = failure.reason === 'protocol-draft-changed'
  const keepMine = async () => {
    setPending(true)
    const outcome = await reached(newestRevision())
    if (outcome.ok && outcome.value) await saveOver(outcome.value)
    setPending(false)
  }
  return (
    <Notice
      tone="danger"
      live
      title={sentence(failure)}
      action={
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => window.location.reload()}>{t('theirs')}</Button>
          {choosable && (
            <Button variant="danger" pending={pending} onClick={() => void keepMine()}>
              {t('mine')}
            </Button>
          )}
        </div>
      }
    >
      {choosable && t('body')}
    </Notice>
  )
}

'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { reached, type Failure, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'

/** Having the items that were judged under an old version read again: why, and in which batch. */
export function ReopenDialog({
  under,
  items,
  held,
  shown,
  newest,
  reopen,
}: {
  under: number
  items: number
  /** Of them, those that an adjudicator is deciding. */
  held: number
  /** Of them, those whose verdict their readers were shown. */
  shown: number
  newest: number
  reopen: (how: { under: number; reason: string; batch: string }) => Promise<Outcome<{ items: number } | { jobId: string }>>
}) {
  const t = useTranslations('protocol.reopen')
  const router = useRouter()
  const { sentence, atField } = useFailureWords()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [batch, setBatch] = useState(() => t('batchName', { under, newest }))
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const press = async () => {
    setPending(true)
    const outcome = await reached(reopen({ under, reason, batch }))
    setPending(false)
    setFailure(outcome.ok ? null : outcome.failure)
    if (!outcome.ok) return
    setOpen(false)
    // Where it takes longer, the page says how far it is.
    if ('items' in outcome.value) toast(t('done', outcome.value), { tone: 'good' })
    router.refresh()
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('open', { items })}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('title', { items, under })}
        description={t('body', { newest })}
        footer={
          <Button variant="primary" pending={pending} blockedBecause={reason.trim() ? undefined : t('reasonMissing')} onClick={() => void press()}>
            {t('confirm', { items })}
          </Button>
        }
      >
        <div className="grid gap-4">
          {held > 0 && <Notice tone="warn">{t('held', { count: held })}</Notice>}
          {shown > 0 && <Notice tone="warn">{t('shown', { count: shown })}</Notice>}
          <Field label={t('reason')} required error={atField(failure, 'reason')}>
            {(wires) => <TextArea {...wires} maxLength={2_000} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <Field label={t('batch')} hint={t('batchHint')} required error={atField(failure, 'batch')}>
            {(wires) => <TextInput {...wires} maxLength={200} value={batch} onChange={(event) => setBatch(event.target.value)} />}
          </Field>
          {failure && (
            <Notice tone="danger" live>
              {sentence(failure)}
            </Notice>
          )}
        </div>
      </Dialog>
    </>
  )
}

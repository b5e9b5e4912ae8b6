'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useState, type ReactNode } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { reached, type Failure, type Outcome } from '../setup/outcome'
import { useFailureWords } from '../setup/use-failure-words'

/** An act that is asked for with a reason, which the audit trail keeps. Says what it does before it does it. */
export function ReasonDialog({
  trigger,
  title,
  body,
  confirmLabel,
  tone = 'danger',
  act,
  onDone,
  children,
}: {
  trigger: ReactNode
  title: string
  body: ReactNode
  confirmLabel: string
  tone?: 'danger' | 'primary'
  act: (reason: string) => Promise<Outcome<unknown>>
  onDone?: () => void
  /** What else is to be said, before the reason. */
  children?: ReactNode
}) {
  const t = useTranslations('running.reasonDialog')
  const words = useFailureWords()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  // After a refusal the dialog stays, to say why.
  const refused = useRef(false)
  return (
    <ConfirmDialog
      trigger={trigger}
      open={open}
      onOpenChange={(next) => {
        setOpen(next || refused.current)
        refused.current = false
        if (next) setFailure(null)
      }}
      title={title}
      body={body}
      tone={tone}
      confirmLabel={confirmLabel}
      blockedBecause={reason.trim() === '' ? t('needed') : undefined}
      onConfirm={async () => {
        const outcome = await reached(act(reason.trim()))
        if (!outcome.ok) {
          refused.current = true
          setFailure(outcome.failure)
          return
        }
        setReason('')
        onDone?.()
        router.refresh()
      }}
    >
      {children}
      <Field label={t('reason')} required error={failure ? (words.atField(failure, 'reason') ?? undefined) : undefined}>
        {(wires) => (
          <TextArea {...wires} value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      {failure && !words.atField(failure, 'reason') && (
        <Notice tone="danger" live>
          {words.sentence(failure)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}

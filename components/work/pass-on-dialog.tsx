'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'

const reasons = ['conflict-of-interest', 'outside-my-competence', 'unreadable'] as const
export type PassOn = { reason: (typeof reasons)[number]; note: string }

/** Passing a reading or a dispute on, with a reason. `onPassOn` resolves to a sentence when it could not be done. */
export function PassOnDialog({
  what,
  open,
  onOpenChange,
  onPassOn,
}: {
  what: 'reading' | 'dispute'
  open: boolean
  onOpenChange: (open: boolean) => void
  onPassOn: (passOn: PassOn) => Promise<string | null>
}) {
  const t = useTranslations('work.passOn')
  const [reason, setReason] = useState<PassOn['reason'] | null>(null)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  const passOn = async () => {
    if (!reason) return setProblem(t('chooseReason'))
    setPending(true)
    const refused = await onPassOn({ reason, note })
    setPending(false)
    setProblem(refused)
    if (refused === null) {
      setReason(null)
      setNote('')
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`${what}.title`)}
      description={t(`${what}.body`)}
      footer={
        <Button variant="primary" pending={pending} onClick={() => void passOn()}>
          {t('confirm')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <RadioGroup
          legend={t('reason')}
          value={reason}
          onChange={setReason}
          options={reasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          {...(problem ? { error: problem } : {})}
        />
        <Field label={t('note')} hint={t('noteHint')} optional>
          {(wires) => <TextArea {...wires} rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  )
}

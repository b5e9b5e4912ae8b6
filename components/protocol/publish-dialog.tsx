'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Failure, Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'

/** Publishing: what it means, what changed (the note), and one press. Blocked with its reason while the draft is incomplete. */
export function PublishDialog({
  number,
  problems,
  differenceHref,
  publish,
}: {
  number: number
  problems: number
  differenceHref: string | null
  publish: (note: string) => Promise<Outcome<{ number: number }>>
}) {
  const t = useTranslations('protocol.publish')
  const { sentence } = useFailureWords()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const press = async () => {
    setPending(true)
    const outcome = await publish(note)
    setPending(false)
    setFailure(outcome.ok ? null : outcome.failure)
    if (outcome.ok) setOpen(false)
  }
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)} blockedBecause={problems > 0 ? t('blocked', { count: problems }) : undefined}>
        {t('open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('title', { number })}
        description={t('body')}
        footer={
          <>
            {differenceHref && (
              <LinkButton href={differenceHref} target="_blank">
                {t('difference')}
              </LinkButton>
            )}
            <Button variant="primary" pending={pending} blockedBecause={note.trim() ? undefined : t('noteMissing')} onClick={() => void press()}>
              {t('confirm', { number })}
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          <Field label={t('note')} hint={t('noteHint')} required>
            {(wires) => <TextArea {...wires} rows={4} maxLength={5_000} value={note} onChange={(event) => setNote(event.target.value)} />}
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

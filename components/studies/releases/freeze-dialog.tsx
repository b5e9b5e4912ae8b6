'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { reached, type Failure } from '../setup/outcome'
import { useFailureWords } from '../setup/use-failure-words'
import type { ComposeVerbs } from './draft-types'

/** The signature under a release: what is vouched for, and the password again. */
export function FreezeDialog({
  releaseId,
  title,
  version,
  isPublic,
  print,
  blockedBecause,
  freeze,
  onStarted,
}: {
  releaseId: string
  title: string
  version: string
  /** Whether everybody who is signed in gets it: part of what is signed. */
  isPublic: boolean
  /** Of the preview that is signed; null: there is none to sign. */
  print: string | null
  blockedBecause: string | undefined
  freeze: ComposeVerbs['freeze']
  onStarted: (jobId: string) => void
}) {
  const t = useTranslations('releases.freeze')
  const words = useFailureWords()
  const [open, setOpen] = useState(false)
  const [meaning, setMeaning] = useState(() => t('meaningDefault'))
  const [proof, setProof] = useState('')
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const sign = async () => {
    if (print === null) return
    setPending(true)
    const outcome = await reached(freeze({ releaseId, proof, meaning, print }))
    setPending(false)
    setProof('')
    setFailure(outcome.ok ? null : outcome.failure)
    if (!outcome.ok) return
    setOpen(false)
    onStarted(outcome.value.jobId)
  }
  const [proofError, meaningError] = [words.atField(failure, 'proof'), words.atField(failure, 'meaning')]
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => setOpen(next && blockedBecause === undefined)}
      trigger={
        <Button variant="primary" blockedBecause={blockedBecause}>
          {t('open')}
        </Button>
      }
      title={t('title')}
      description={`${t('body', { version })} ${t(isPublic ? 'forEverybody' : 'forStudy')}`}
      footer={
        <Button variant="primary" form="sign-release" type="submit" pending={pending}>
          {t('confirm')}
        </Button>
      }
    >
      <form
        id="sign-release"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void sign()
        }}
      >
        {failure && !proofError && !meaningError && (
          <Notice tone="danger" live>
            {words.sentence(failure)}
          </Notice>
        )}
        <Field label={t('meaning')} required hint={t('meaningHint')} error={meaningError}>
          {(wires) => <TextArea {...wires} value={meaning} maxLength={2_000} onChange={(event) => setMeaning(event.target.value)} />}
        </Field>
        <Field label={t('proof')} required hint={t('proofHint', { title })} error={proofError}>
          {(wires) => <TextInput {...wires} type="password" autoComplete="current-password" value={proof} onChange={(event) => setProof(event.target.value)} />}
        </Field>
      </form>
    </Dialog>
  )
}

'use client'
import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Saving } from './use-draft-saving'

/** Whether what is on the screen is safe. */
export function SavingState({ saving }: { saving: Saving }) {
  const t = useTranslations('protocol.saving')
  const offline = saving.state === 'stopped' && saving.failure.reason === 'offline'
  const shown = offline ? 'offline' : saving.state
  const Icon = { saved: Check, unsaved: LoaderCircle, saving: LoaderCircle, offline: CloudOff, stopped: TriangleAlert }[shown]
  return (
    <p role="status" className={`inline-flex items-center gap-1.5 text-sm ${shown === 'stopped' || shown === 'offline' ? 'text-danger' : 'text-ink-soft'}`}>
      <Icon size={15} aria-hidden />
      {t(shown)}
    </p>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { PasswordInput } from './password-input'
import { useVerb, type Verb } from './use-verb'

/** Old password, new password; `first`: there is no old one. */
export function PasswordForm({
  email,
  first,
  minimum,
  change,
}: {
  email: string
  first: boolean
  minimum: number
  change: Verb<{ current: string; password: string }>
}) {
  const t = useTranslations('account.password')
  const router = useRouter()
  const { run, pending, sentence, fieldError } = useVerb(change)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const typed = (name: string) => (fields.get(name) as string | null) ?? ''
    if (!(await run({ current: typed('current'), password: typed('password') }))) return
    form.reset()
    toast(t('saved'), { tone: 'good' })
    router.refresh()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid max-w-md gap-4">
      {sentence && <Notice tone="danger" live>{sentence}</Notice>}
      {/* For password managers: whose password this is. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      {!first && (
        <Field label={t('current')} required error={fieldError('current')}>
          {(wires) => <PasswordInput {...wires} name="current" autoComplete="current-password" />}
        </Field>
      )}
      <Field label={t('fresh')} hint={t('hint', { minimum })} required error={fieldError('password')}>
        {(wires) => <PasswordInput {...wires} name="password" autoComplete="new-password" />}
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="justify-self-start">
        {t(first ? 'saveFirst' : 'save')}
      </Button>
    </form>
  )
}

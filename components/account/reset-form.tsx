'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/lib/web/paths'
import { PasswordInput } from './password-input'
import { useVerb, type Verb } from './use-verb'

/** A new password for whoever holds the link; signs in with it at once. */
export function ResetForm({
  token,
  email,
  minimum,
  setNewPassword,
}: {
  token: string
  email: string
  minimum: number
  setNewPassword: Verb<{ token: string; password: string }, { email: string }>
}) {
  const t = useTranslations('sign-in.reset')
  const { run, pending, sentence, fieldError } = useVerb(setNewPassword)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const password = new FormData(event.currentTarget).get('password') as string
    if (!(await run({ token, password }))) return
    // The password is set whatever becomes of this: the sign-in page then takes it.
    const answer = await signIn('password', { email, password, redirect: false }).catch(() => null)
    window.location.assign(answer?.ok ? paths.home() : paths.signIn())
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      {sentence && (
        <Notice tone="danger" live>
          {sentence}
        </Notice>
      )}
      {/* For password managers: whose password this will be. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <Field label={t('password')} hint={t('passwordHint', { minimum })} required error={fieldError('password')}>
        {(wires) => <PasswordInput {...wires} name="password" autoComplete="new-password" autoFocus />}
      </Field>
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t('submit')}
      </Button>
    </form>
  )
}

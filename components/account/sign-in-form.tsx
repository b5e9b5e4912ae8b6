'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type FormEvent } from 'react'
import { tellWorker } from '@/components/offline/tell-worker'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { PasswordInput } from './password-input'

/** What next-auth sends back, by name; anything else is a sign-in elsewhere that did not complete. */
const words = {
  CredentialsSignin: 'refused',
  'too-many-attempts': 'tooMany',
  'no-account': 'noAccountHere',
  defect: 'defect',
} as const

/** E-mail and password, or the organisation's own sign-in. Says the same of an unknown account and a wrong password. */
export function SignInForm({
  then,
  email: given = '',
  oidcName,
  error: arrivedWith,
}: {
  /** Where to go afterwards: an address of this installation. */
  then: string
  email?: string
  oidcName: string | null
  error: string | null
}) {
  const t = useTranslations('sign-in')
  const offline = useTranslations('refusals')('offline')
  const [pending, setPending] = useState(false)
  const [error, setError] = useState(arrivedWith)
  const [unreachable, setUnreachable] = useState(false)
  // Whoever is here was sent: the session has ended, of itself or by the server.
  useEffect(() => tellWorker({ only: null }), [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const form = event.currentTarget
    const fields = new FormData(form)
    setPending(true)
    setUnreachable(false)
    try {
      const answer = await signIn('password', { email: fields.get('email'), password: fields.get('password'), redirect: false })
      if (answer?.ok) {
        // A whole new page: nothing of the last person stays in this one's memory.
        window.location.assign(then)
        return
      }
      setError(answer?.error ?? 'defect')
      form.querySelector<HTMLInputElement>('[name=password]')?.focus()
    } catch {
      setUnreachable(true)
    }
    setPending(false)
  }

  const said = unreachable ? offline : error && t(words[error as keyof typeof words] ?? 'elsewhereFailed')
  return (
    <div className="grid gap-5">
      {said && (
        <Notice tone="danger" live>
          {said}
        </Notice>
      )}
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        <Field label={t('email')} required>
          {(wires) => (
            <TextInput {...wires} name="email" type="email" defaultValue={given} autoComplete="username" autoFocus={!given} />
          )}
        </Field>
        <Field label={t('password')} required>
          {(wires) => <PasswordInput {...wires} name="password" autoComplete="current-password" autoFocus={!!given} />}
        </Field>
        <Button type="submit" variant="primary" size="large" pending={pending}>
          {t('submit')}
        </Button>
      </form>
      {oidcName && (
        <>
          <p className="flex items-center gap-3 text-sm text-ink-faint before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
            {t('or')}
          </p>
          <Button size="large" onClick={() => void signIn('oidc', { callbackUrl: then })}>
            {t('with', { name: oidcName })}
          </Button>
        </>
      )}
      <div className="grid gap-1 text-sm text-ink-soft">
        <p>{t('noAccount')}</p>
        <p>{t('lost')}</p>
      </div>
    </div>
  )
}

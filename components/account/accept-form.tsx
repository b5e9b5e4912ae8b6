'use client'
import { signIn } from 'next-auth/react'
import { useLocale, useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { remember } from '@/components/shell/remember'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { locales, type Locale } from '@/lib/locale'
import { PasswordInput } from './password-input'
import { useVerb, type Verb } from './use-verb'

/** Each language calls itself by its own name. */
const ownNames: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' }

/** Name, password and language of a new account; signs in with it at once. */
export function AcceptForm({
  token,
  email,
  name,
  minimum,
  accept,
}: {
  token: string
  email: string
  name: string
  minimum: number
  accept: Verb<{ token: string; name: string; password: string; locale: Locale }, { email: string }>
}) {
  const t = useTranslations('sign-in.invitation')
  const served = useLocale()
  const current = locales.find((locale) => locale === served) ?? 'en'
  const { run, pending, sentence, fieldError } = useVerb(accept)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const password = (fields.get('password') as string)
    const locale = locales.find((one) => one === fields.get('locale')) ?? 'en'
    const made = await run({ token, name: (fields.get('name') as string), password, locale })
    if (!made) return
    remember('locale', locale)
    const answer = await signIn('password', { email: made.value.email, password, redirect: false })
    window.location.assign(answer?.ok ? '/' : '/sign-in')
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      {sentence && <Notice tone="danger" live>{sentence}</Notice>}
      {/* For password managers: whose password this will be. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <Field label={t('name')} hint={t('nameHint')} required error={fieldError('name')}>
        {(wires) => <TextInput {...wires} name="name" autoComplete="name" defaultValue={name} />}
      </Field>
      <Field label={t('password')} hint={t('passwordHint', { minimum })} required error={fieldError('password')}>
        {(wires) => <PasswordInput {...wires} name="password" autoComplete="new-password" />}
      </Field>
      <Field label={t('language')}>
        {(wires) => (
          <Select {...wires} name="locale" defaultValue={current} options={locales.map((value) => ({ value, label: ownNames[value] }))} />
        )}
      </Field>
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t('accept')}
      </Button>
    </form>
  )
}

'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** Through the organisation's sign-in once more; it is asked to have the person show who they are, even where it knows them still. */
export function SignInAgain({ name, then }: { name: string; then: string }) {
  const t = useTranslations('sign-in')
  return (
    <Button className="justify-self-start" onClick={() => void signIn('oidc', { callbackUrl: then }, { prompt: 'login', max_age: '0' })}>
      {t('with', { name })}
    </Button>
  )
}

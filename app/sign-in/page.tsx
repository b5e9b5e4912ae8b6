import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/account/sign-in-form'
import { PublicShell } from '@/components/shell/public-shell'
import { Card } from '@/components/ui/card'
import { authSettings } from '@/lib/auth/auth-settings'
import { currentSession } from '@/lib/auth/current-session'
import { ownPath } from '@/lib/auth/own-path'
import { keepPreference } from '../keep-preference'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in'))('title') }
}

const one = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null)

/** The door. `then` is the way back, `callbackUrl` what next-auth calls it. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams
  const then = ownPath(one(query['then']))
  if (await currentSession()) redirect(then)
  const t = await getTranslations('sign-in')
  return (
    <PublicShell keep={keepPreference}>
      <Card className="mx-auto w-full max-w-sm">
        <h1 className="mb-5 font-serif text-2xl font-semibold">{t('title')}</h1>
        <SignInForm then={then} oidcName={authSettings().oidc?.name ?? null} error={one(query['error'])} />
      </Card>
    </PublicShell>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { ResetForm } from '@/components/account/reset-form'
import { PublicShell } from '@/components/shell/public-shell'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { authSettings } from '@/lib/auth/auth-settings'
import { clientAddress } from '@/lib/auth/client-address'
import { Refusal } from '@/lib/errors'
import { openResetLink } from '@/lib/services/open-reset-link'
import { shortestPassword } from '@/lib/services/password-problem'
import { keepPreference } from '../../keep-preference'
import { setNewPassword } from '../verbs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in.reset'))('title'), referrer: 'no-referrer' }
}

/** Where somebody who has lost their password sets a new one, with a link from an admin or an owner. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('sign-in.reset')
  const address = clientAddress((await headers()).get('x-forwarded-for'), authSettings().trustedProxies)
  const link = await openResetLink({ token, address }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found') return null
    throw error
  })
  return (
    <PublicShell keep={keepPreference}>
      {link ? (
        <Card className="mx-auto w-full max-w-md">
          <h1 className="mb-2 font-serif text-2xl font-semibold">{t('title')}</h1>
          <p className="mb-5 text-ink-soft">{t('lede', { email: link.email })}</p>
          <ResetForm token={token} email={link.email} minimum={shortestPassword} setNewPassword={setNewPassword} />
        </Card>
      ) : (
        <EmptyState level={1} title={t('invalidTitle')} body={t('invalidBody')} />
      )}
    </PublicShell>
  )
}

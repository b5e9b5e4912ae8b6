import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { AcceptForm } from '@/components/account/accept-form'
import { InvitationSummary } from '@/components/account/invitation-summary'
import { JoinForm } from '@/components/account/join-form'
import { PublicShell } from '@/components/shell/public-shell'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { authSettings } from '@/lib/auth/auth-settings'
import { clientAddress } from '@/lib/auth/client-address'
import { currentSession } from '@/lib/auth/current-session'
import { Refusal } from '@/lib/errors'
import { openInvitation } from '@/lib/services/open-invitation'
import { shortestPassword } from '@/lib/services/password-problem'
import { readAccount } from '@/lib/services/read-account'
import { paths } from '@/lib/web/paths'
import { keepPreference } from '../../keep-preference'
import { accept, join, leave } from '../verbs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in.invitation'))('title') }
}

/** Who invites to what; and the way in: a new account, or joining with the one this address has. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('sign-in.invitation')
  const address = clientAddress((await headers()).get('x-forwarded-for'), authSettings().trustedProxies)
  const invitation = await openInvitation({ token, address }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found') return null
    throw error
  })
  if (!invitation)
    return (
      <PublicShell keep={keepPreference}>
        <EmptyState level={1} title={t('invalidTitle')} body={t('invalidBody')} />
      </PublicShell>
    )
  const session = await currentSession()
  const account = session && (await readAccount(session.viewer))
  return (
    <PublicShell keep={keepPreference}>
      <Card className="mx-auto w-full max-w-md">
        <h1 className="mb-2 font-serif text-2xl font-semibold">{t('title')}</h1>
        <InvitationSummary invitation={invitation} />
        {account && account.email !== invitation.email ? (
          <JoinForm note={t('otherAccount', { email: account.email })} label={t('signOut')} verb={leave} then={paths.invitation(token)} />
        ) : account ? (
          <JoinForm label={t('join')} verb={join.bind(null, { token })} then={paths.home()} />
        ) : invitation.known ? (
          <div className="grid gap-4">
            <p>{t('signInFirst')}</p>
            <LinkButton variant="primary" size="large" href={paths.signIn(paths.invitation(token))}>
              {t('signIn')}
            </LinkButton>
          </div>
        ) : (
          <AcceptForm token={token} email={invitation.email} name={invitation.name} minimum={shortestPassword} accept={accept} />
        )}
      </Card>
    </PublicShell>
  )
}

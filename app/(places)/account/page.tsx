import type { Metadata } from 'next'
import { getNow, getTranslations } from 'next-intl/server'
import { ConflictsForm } from '@/components/account/conflicts-form'
import { PasswordForm } from '@/components/account/password-form'
import { ProfileForm } from '@/components/account/profile-form'
import { RoleSummary } from '@/components/account/role-summary'
import { SessionList } from '@/components/account/session-list'
import { SignInAgain } from '@/components/account/sign-in-again'
import { TokenList } from '@/components/account/token-list'
import { PageBody } from '@/components/shell/page-body'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { authSettings } from '@/lib/auth/auth-settings'
import { currentSession } from '@/lib/auth/current-session'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listTokens } from '@/lib/services/list-tokens'
import { shortestPassword } from '@/lib/services/password-problem'
import { passwordWay } from '@/lib/services/password-way'
import { readAccount } from '@/lib/services/read-account'
import { paths } from '@/lib/web/paths'
import { endToken, issueToken, keepConflicts, keepProfile, renewPassword, stopSessions } from './verbs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

/** One's own profile, conflicts of interest, password, sessions and tokens. */
export default async function AccountPage() {
  const viewer = await viewerOrSignIn()
  const account = await readAccount(viewer)
  const now = await getNow()
  const tokens = (await listTokens(viewer)).map(({ id, name, prefix, scopes, expiresAt, lastUsedAt }) => ({ id, name, prefix, scopes, expiresAt, lastUsedAt, expired: expiresAt <= now }))
  const here = (await currentSession())?.sessionId
  const way = here ? await passwordWay(viewer, { sessionId: here }) : 'old-password'
  const elsewhere = authSettings().oidc?.name
  const t = await getTranslations('account')
  return (
    <PageBody className="max-w-4xl">
      <PageHeader title={t('title')} lede={t('lede')} />
      <Card title={t('profile.title')}>
        <ProfileForm profile={{ name: account.name, ...account.profile }} email={account.email} save={keepProfile} />
      </Card>
      <Card title={t('conflicts.title')} note={t('conflicts.note')}>
        <ConflictsForm conflicts={account.conflicts} save={keepConflicts} />
      </Card>
      <Card title={t('studies.title')} note={t('studies.note')}>
        <RoleSummary owner={account.owner} studies={account.studies} />
      </Card>
      <Card title={t('password.title')} note={t(way === 'old-password' ? 'password.note' : way === 'first' ? 'password.noteFirst' : elsewhere ? 'password.noteAgain' : 'password.noteLink')}>
        {way !== 'sign-in-again' && <PasswordForm email={account.email} first={way === 'first'} minimum={shortestPassword} change={renewPassword} />}
        {way === 'sign-in-again' && elsewhere && <SignInAgain name={elsewhere} then={paths.account()} />}
      </Card>
      <Card title={t('sessions.title')}>
        <SessionList sessions={account.sessions.map((session) => ({ ...session, current: session.id === here }))} end={stopSessions} />
      </Card>
      <Card title={t('tokens.title')} note={t('tokens.note')}>
        <TokenList tokens={tokens} make={issueToken} revoke={endToken} docsHref={paths.apiDocs()} />
      </Card>
    </PageBody>
  )
}

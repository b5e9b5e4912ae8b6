import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AbsoluteTime } from '@/components/ui/absolute-time'

type Role = 'reader' | 'adjudicator' | 'admin' | 'researcher'

/** Who invites whom to what, and until when. */
export function InvitationSummary({
  invitation,
}: {
  invitation: { email: string; inviter: string | null; study: string | null; roles: readonly Role[]; owner: boolean; expiresAt: Date }
}) {
  const t = useTranslations('sign-in.invitation')
  const roleName = useTranslations('people.roles')
  const { email, inviter, study, roles, owner, expiresAt } = invitation
  const asWhat = [...roles.map((role) => roleName(role)), ...(owner ? [t('owner')] : [])].join(' · ')
  const facts: [string, ReactNode][] = [
    ...(study ? [[t('study'), study] as [string, string]] : []),
    ...(asWhat ? [[t('roles'), asWhat] as [string, string]] : []),
    [t('for'), email],
    [t('expires'), <AbsoluteTime key="at" at={expiresAt} />],
  ]
  return (
    <div className="mb-5 grid gap-3">
      <p className="text-ink-soft">{inviter ? t('from', { name: inviter }) : t('fromNobody')}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-md bg-sunken px-4 py-3">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-sm leading-6 text-ink-soft">{name}</dt>
            <dd className="min-w-0 font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

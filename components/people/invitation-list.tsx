'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useVerb, type Verb } from '@/components/account/use-verb'
import { AbsoluteTime } from '@/components/ui/absolute-time'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import type { Role } from './roles'

export type InvitationShown = { id: string; email: string; name: string; study: string | null; roles: Role[]; owner: boolean; expiresAt: Date; isVoid: boolean }

/** Open invitations, each with a way to withdraw it; those that hold no longer, since their maker may not invite, say so. */
export function InvitationList({ invitations, revoke }: { invitations: InvitationShown[]; revoke: Verb<{ invitationId: string }> }) {
  const t = useTranslations('people')
  const router = useRouter()
  const { run, sentence } = useVerb(revoke)
  if (invitations.length === 0) return <p className="px-5 pb-5 text-ink-soft">{t('invitations.none')}</p>
  return (
    <>
      {sentence && <Notice tone="danger" live className="mx-5 mb-3">{sentence}</Notice>}
      <DataTable
        caption={t('invitations.title')}
        captionHidden
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { key: 'email', header: t('columns.email'), names: true, cell: ({ email, name }) => (name ? `${name} · ${email}` : email) },
          {
            key: 'to',
            header: t('columns.invitedTo'),
            cell: ({ study, roles, owner }) =>
              [...(study ? [study] : []), ...roles.map((role) => t(`roles.${role}`)), ...(owner ? [t('owner')] : [])].join(' · ') || t('invite.noStudy'),
          },
          { key: 'expires', header: t('columns.expires'), cell: ({ expiresAt, isVoid }) => (isVoid ? <span className="text-warn">{t('invitations.void')}</span> : <AbsoluteTime at={expiresAt} />) },
          {
            key: 'actions',
            header: <span className="sr-only">{t('columns.actions')}</span>,
            align: 'end',
            cell: ({ id, email }) => (
              <ConfirmDialog
                trigger={<Button size="small" aria-label={t('invitations.revokeFor', { email })}>{t('invitations.revoke')}</Button>}
                title={t('invitations.revoke')}
                body={t('invitations.revokeBody', { email })}
                confirmLabel={t('invitations.revoke')}
                onConfirm={async () => {
                  if (await run({ invitationId: id })) toast(t('invitations.revoked'), { tone: 'good' })
                  router.refresh()
                }}
              />
            ),
          },
        ]}
      />
    </>
  )
}

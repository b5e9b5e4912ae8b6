'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { startTransition, useOptimistic, useState, type ReactNode } from 'react'
import { useVerb, type Verb } from '@/components/account/use-verb'
import { Card } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Notice } from '@/components/ui/notice'
import { AddMember, type Candidate } from './add-member'
import { InvitationList, type InvitationShown } from './invitation-list'
import { InviteDialog } from './invite-dialog'
import type { Invite } from './invite-form'
import { MemberTable, type MemberShown } from './member-table'
import { ResetDialog, type MakeReset } from './reset-dialog'
import type { Role } from './roles'

export type StudyPeopleVerbs = {
  giveRole: Verb<{ study: string; personId: string; role: Role }>
  takeRole: Verb<{ study: string; personId: string; role: Role }>
  invite: Invite
  revokeInvitation: Verb<{ invitationId: string }>
  makeReset: MakeReset
}

/**
 * A study's people: roles given and taken at a click, invitations, licences that run out. Data from
 * lib/services/list-study-people, verbs from app/(places)/people/verbs; `today` is `YYYY-MM-DD`.
 */
export function StudyPeople({
  study,
  me,
  today,
  members,
  invitations,
  candidates,
  licencesEnding,
  finding,
  verbs,
}: {
  study: string
  me: string
  today: string
  members: MemberShown[]
  invitations: InvitationShown[]
  candidates: Candidate[]
  /** Whose licence has expired or soon will. */
  licencesEnding: { count: number; names: string[] }
  /** The way to a member among many. */
  finding: ReactNode
  verbs: StudyPeopleVerbs
}) {
  const t = useTranslations('people')
  const router = useRouter()
  const [resetting, setResetting] = useState<{ id: string; name: string } | null>(null)
  const [givingUp, setGivingUp] = useState(false)
  const change = useVerb(({ personId, role, give }: { personId: string; role: Role; give: boolean }) =>
    (give ? verbs.giveRole : verbs.takeRole)({ study, personId, role }),
  )
  // The box shows what was chosen while the server answers, and what holds once it has.
  const [shown, showAs] = useOptimistic(members, (before, { personId, role, give }: { personId: string; role: Role; give: boolean }) =>
    before.map((member) =>
      member.personId === personId ? { ...member, roles: [...member.roles.filter((one) => one !== role), ...(give ? [role] : [])] } : member,
    ),
  )
  const apply = (personId: string, role: Role, give: boolean): Promise<boolean> =>
    new Promise((resolve) => {
      startTransition(async () => {
        showAs({ personId, role, give })
        const done = await change.run({ personId, role, give })
        startTransition(() => router.refresh())
        resolve(done !== null)
      })
    })
  return (
    <div className="grid gap-6">
      {change.sentence && <Notice tone="danger" live>{change.sentence}</Notice>}
      {licencesEnding.count > 0 && (
        <Notice tone="warn" title={t('licence.warning', { count: licencesEnding.count })}>
          {licencesEnding.names.join(' · ')}
          {licencesEnding.count > licencesEnding.names.length && ' …'}
        </Notice>
      )}
      <Card title={t('study.members')} note={t('study.lede')} actions={<InviteDialog study={study} invite={verbs.invite} />} flush>
        {finding}
        <MemberTable
          members={shown}
          me={me}
          onReset={setResetting}
          today={today}
          busy={change.pending}
          onChange={(personId, role, give) => {
            if (personId === me && role === 'admin' && !give) setGivingUp(true)
            else void apply(personId, role, give)
          }}
        />
        {candidates.length > 0 && <AddMember candidates={candidates} onAdd={(personId, role) => apply(personId, role, true)} />}
      </Card>
      <Card title={t('invitations.title')} flush>
        <InvitationList invitations={invitations} revoke={verbs.revokeInvitation} />
      </Card>
      {resetting && <ResetDialog person={resetting} makeReset={verbs.makeReset} onClose={() => setResetting(null)} />}
      <ConfirmDialog
        open={givingUp}
        onOpenChange={setGivingUp}
        title={t('study.takeOwnTitle')}
        body={t('study.takeOwnBody')}
        confirmLabel={t('study.takeOwn')}
        onConfirm={async () => void (await apply(me, 'admin', false))}
      />
    </div>
  )
}

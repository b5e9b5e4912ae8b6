import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { InvitationList } from '@/components/people/invitation-list'
import { InviteDialog } from '@/components/people/invite-dialog'
import { PeopleTable } from '@/components/people/people-table'
import { PageBody } from '@/components/shell/page-body'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listPeople } from '@/lib/services/list-people'
import { changeOwner, deactivate, invite, makeReset, reactivate, withdrawInvitation } from './verbs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

/** Everyone on this installation; to anyone but an owner there is no such page. */
export default async function PeoplePage() {
  const viewer = await viewerOrSignIn()
  if (!viewer.owner) notFound()
  const { people, invitations, studies } = await listPeople(viewer)
  const t = await getTranslations('people')
  return (
    <PageBody>
      <PageHeader title={t('title')} lede={t('lede')} actions={<InviteDialog studies={studies} mayMakeOwner invite={invite} />} />
      <PeopleTable people={people} me={viewer.personId} verbs={{ setOwner: changeOwner, deactivate, reactivate, makeReset }} />
      <Card title={t('invitations.title')} flush>
        <InvitationList invitations={invitations} revoke={withdrawInvitation} />
      </Card>
    </PageBody>
  )
}

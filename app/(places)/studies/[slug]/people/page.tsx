import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StudyPeople } from '@/components/people/study-people'
import { PageBody } from '@/components/shell/page-body'
import { WorkloadTable } from '@/components/studies/running/workload-table'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listStudyPeople } from '@/lib/services/list-study-people'
import { readWorkload } from '@/lib/services/read-workload'
import { orNotFound } from '@/lib/web/or-not-found'
import { grantRole, invite, makeReset, withdrawInvitation, withdrawRole } from '../../../people/verbs'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('studies'))('tabs.people') })

export default async function StudyPeoplePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const viewer = await viewerOrSignIn()
  const workload = await orNotFound(readWorkload(viewer, { study: slug }))
  const people = await orNotFound(listStudyPeople(viewer, { study: slug }))
  const t = await getTranslations('studies')
  return (
    <PageBody>
      <PageHeader title={t('tabs.people')} />
      <StudyPeople
        study={slug}
        me={viewer.personId}
        today={new Date().toISOString().slice(0, 10)}
        {...people}
        verbs={{ giveRole: grantRole, takeRole: withdrawRole, invite, revokeInvitation: withdrawInvitation, makeReset }}
      />
      <WorkloadTable rows={workload} />
    </PageBody>
  )
}

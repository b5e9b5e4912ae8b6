import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { FindMember } from '@/components/people/find-member'
import { StudyPeople } from '@/components/people/study-people'
import { PageBody } from '@/components/shell/page-body'
import { SteadinessCard } from '@/components/studies/running/steadiness-card'
import { WorkloadTable } from '@/components/studies/running/workload-table'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listStudyPeople, studyPeopleInput } from '@/lib/services/list-study-people'
import { readSteadiness } from '@/lib/services/read-steadiness'
import { readWorkload } from '@/lib/services/read-workload'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'
import { grantRole, invite, makeReset, withdrawInvitation, withdrawRole } from '../../../people/verbs'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('studies'))('tabs.people') })

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ find?: string; page?: string }> }

export default async function StudyPeoplePage({ params, searchParams }: Props) {
  const { slug } = await params
  const { find, page: wanted } = await searchParams
  const viewer = await viewerOrSignIn()
  const input = studyPeopleInput.parse({ study: slug, find, page: wanted })
  const { page, pages, total, find: found, ...people } = await orNotFound(listStudyPeople(viewer, input))
  const shown = people.members.map(({ personId }) => personId)
  const workload = await orNotFound(readWorkload(viewer, { study: slug, zone: await getTimeZone(), people: shown }))
  const steadiness = await orNotFound(readSteadiness(viewer, { study: slug }))
  const here = paths.studyPeople(slug)
  const t = await getTranslations('studies')
  return (
    <PageBody>
      <PageHeader title={t('tabs.people')} />
      <StudyPeople
        study={slug}
        me={viewer.personId}
        today={new Date().toISOString().slice(0, 10)}
        {...people}
        finding={(pages > 1 || found) && <FindMember action={here} find={found} total={total} />}
        verbs={{ giveRole: grantRole, takeRole: withdrawRole, invite, revokeInvitation: withdrawInvitation, makeReset }}
      />
      <WorkloadTable rows={workload} />
      {steadiness && <SteadinessCard {...steadiness} />}
      <Pager page={page} pages={pages} hrefOf={(to) => paths.pageOf(found ? `${here}?${new URLSearchParams({ find: found }).toString()}` : here, to)} />
    </PageBody>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { GrantList } from '@/components/studies/releases/grant-list'
import { StudyReleases } from '@/components/studies/releases/study-releases'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listGrants } from '@/lib/services/grant-split'
import { listStudyReleases } from '@/lib/services/list-releases'
import { orNotFound } from '@/lib/web/or-not-found'
import { begin, grant, rebuild, take } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('releases.study'))('title') })

export default async function StudyReleasesPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const viewer = await viewerOrSignIn()
  const { releases, closed } = await orNotFound(listStudyReleases(viewer, { study: slug }))
  const grants = await listGrants(viewer, { study: slug })
  return (
    <PageBody>
      <StudyReleases slug={slug} releases={releases} closed={closed} verbs={{ begin, rebuild }} />
      <GrantList slug={slug} {...grants} verbs={{ grant, take }} />
    </PageBody>
  )
}

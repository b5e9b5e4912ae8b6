import type { ReactNode } from 'react'
import { StudyHead } from '@/components/studies/setup/study-head'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readStudy } from '@/lib/services/read-study'
import { taskOf } from '@/lib/tasks/registry'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'

/** The head of a study's pages. Guards nothing: every page asks for itself. */
export default async function StudyLayout({ children, params }: { children: ReactNode; params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const study = await orNotFound(readStudy(await viewerOrSignIn(), { study: slug }))
  return (
    <>
      <StudyHead
        study={{ name: study.name, href: paths.study(slug), archived: study.archivedAt !== null }}
        studiesHref={paths.studies()}
        tabs={[
          { tab: 'overview', href: paths.study(slug) },
          { tab: 'items', href: paths.items(slug) },
          { tab: 'batches', href: paths.batches(slug) },
          ...(taskOf(study.task).draftReview ? [{ tab: 'rounds' as const, href: paths.rounds(slug) }] : []),
          { tab: 'import', href: paths.imports(slug) },
          { tab: 'protocol', href: paths.protocol(slug) },
          { tab: 'people', href: paths.studyPeople(slug) },
          { tab: 'threads', href: paths.threads(slug) },
          { tab: 'agreement', href: paths.agreement(slug) },
          { tab: 'releases', href: paths.studyReleases(slug) },
          { tab: 'audit', href: paths.audit(slug) },
          { tab: 'downloads', href: paths.downloads(slug) },
          { tab: 'settings', href: paths.settings(slug) },
        ]}
      />
      {children}
    </>
  )
}

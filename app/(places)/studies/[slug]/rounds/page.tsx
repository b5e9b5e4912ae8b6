import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { RoundsView } from '@/components/studies/running/rounds/rounds-view'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readRounds } from '@/lib/services/read-rounds'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('running.rounds'))('title') })

export default async function RoundsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const { rounds, ...rest } = await orNotFound(readRounds(await viewerOrSignIn(), { study: slug }))
  return (
    <PageBody>
      <RoundsView {...rest} rounds={rounds.map((round) => ({ ...round, href: paths.examples(slug, round.id) }))} hrefs={{ all: paths.examples(slug), batches: paths.batches(slug), releases: paths.studyReleases(slug) }} />
    </PageBody>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { ThreadList } from '@/components/studies/running/threads/thread-list'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tab-links'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listThreads } from '@/lib/services/list-threads'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'
import { answer } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('running.threads'))('title') })

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ show?: string }> }

export default async function ThreadsPage({ params, searchParams }: Props) {
  const { slug } = await params
  const show = (await searchParams).show === 'resolved' ? 'resolved' : 'open'
  const { threads, unresolved } = await orNotFound(listThreads(await viewerOrSignIn(), { study: slug, show }))
  const t = await getTranslations('running.threads')
  return (
    <PageBody width="narrow">
      <PageHeader title={t('title')} lede={t('lede')} />
      <TabLinks
        label={t('title')}
        links={(['open', 'resolved'] as const).map((state) => ({
          href: paths.threadsShown(slug, state),
          label: t(state),
          current: state === show,
          ...(state === 'open' ? { note: unresolved } : {}),
        }))}
      />
      <ThreadList
        slug={slug}
        threads={threads}
        show={show}
        answer={async (given) => {
          'use server'
          return answer({ ...given, study: slug })
        }}
      />
    </PageBody>
  )
}

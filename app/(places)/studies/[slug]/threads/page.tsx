import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { ThreadList } from '@/components/studies/running/threads/thread-list'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { TabLinks } from '@/components/ui/tab-links'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listThreads, listThreadsInput } from '@/lib/services/list-threads'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'
import { answer } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('running.threads'))('title') })

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ show?: string; page?: string }> }

export default async function ThreadsPage({ params, searchParams }: Props) {
  const { slug } = await params
  const query = await searchParams
  const show = query.show === 'resolved' ? 'resolved' : 'open'
  const input = listThreadsInput.parse({ study: slug, show, page: query.page })
  const { threads, unresolved, page, pages } = await orNotFound(listThreads(await viewerOrSignIn(), input))
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
      <Pager page={page} pages={pages} hrefOf={(to) => paths.pageOf(paths.threadsShown(slug, show), to)} />
    </PageBody>
  )
}

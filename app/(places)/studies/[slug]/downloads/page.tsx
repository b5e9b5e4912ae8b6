import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { DownloadList } from '@/components/studies/running/download-list'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readDownloads } from '@/lib/services/export-verdicts'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('running.downloads'))('title') })

export default async function DownloadsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const counts = await orNotFound(readDownloads(await viewerOrSignIn(), { study: slug }))
  const t = await getTranslations('running.downloads')
  return (
    <PageBody>
      <PageHeader title={t('title')} lede={t('lede')} />
      <DownloadList counts={counts} hrefs={{ verdicts: paths.download(slug, 'verdicts'), readings: paths.download(slug, 'readings') }} />
    </PageBody>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReleaseList } from '@/components/releases/release-list'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listReleases } from '@/lib/services/list-releases'
import { paths } from '@/lib/web/paths'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('releases'))('title') })

export default async function ReleasesPage() {
  const releases = await listReleases(await viewerOrSignIn())
  const t = await getTranslations('releases')
  return (
    <PageBody>
      <PageHeader title={t('title')} lede={t('lede')} />
      <ReleaseList
        releases={releases.map(({ id, title, version, study, items, frozenAt, public: isPublic }) => ({
          id,
          title,
          version: version ?? '',
          study: study.name,
          items,
          frozenAt: frozenAt ?? new Date(0),
          public: isPublic,
          href: paths.release(id),
        }))}
      />
    </PageBody>
  )
}

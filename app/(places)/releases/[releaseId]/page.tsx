import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { notFound } from 'next/navigation'
import { ReleaseOffer } from '@/components/releases/release-offer'
import { ReleaseView } from '@/components/releases/release-view'
import { PageBody } from '@/components/shell/page-body'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { snippetsFor } from '@/lib/releases/snippets'
import { readRelease } from '@/lib/services/read-release'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'
import { requestOrigin } from '@/lib/web/request-origin'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('releases'))('title') })

export default async function ReleasePage({ params }: { params: Promise<{ releaseId: string }> }) {
  const { releaseId } = await params
  const viewer = await viewerOrSignIn()
  if (!z.uuid().safeParse(releaseId).success) notFound()
  const release = await orNotFound(readRelease(viewer, { releaseId }))
  const t = await getTranslations('releases')
  const origin = await requestOrigin()
  return (
    <PageBody>
      <ReleaseOffer releaseId={releaseId} title={`${release.title} ${release.version}`} scored={release.scored} />
      <PageHeader
        crumbs={[{ label: t('page.crumb'), href: paths.releases() }, { label: release.title }]}
        title={release.title}
        lede={t('of', { study: release.facts.study.name })}
        meta={
          <>
            <Badge tone="accent">{t('version', { version: release.version })}</Badge>
            <Badge tone={release.public ? 'good' : 'neutral'}>{t(release.public ? 'public' : 'forResearchers')}</Badge>
          </>
        }
        actions={
          release.scored && (
            <>
              <LinkButton href={paths.board(releaseId)}>{t('page.board')}</LinkButton>
              <LinkButton href={paths.submit(releaseId)}>{t('page.submit')}</LinkButton>
            </>
          )
        }
      />
      <ReleaseView
        facts={release.facts}
        card={release.card}
        files={release.files.map(({ path, split, bytes, sha256 }) => ({ path, split, bytes, sha256, href: paths.releaseFile(releaseId, path) }))}
        open={release.open}
        judged={release.judged}
        zips={{
          whole: paths.releaseZip(releaseId),
          splits: release.open.map((split) => ({ split, href: paths.releaseZip(releaseId, split) })),
        }}
        snippets={snippetsFor({ address: `${origin}/api/releases/${releaseId}`, version: release.version, slug: release.facts.release.slug, files: release.files, fields: release.facts.fields })}
        signature={release.signature}
        manifestSha256={release.manifestSha256}
        tellsHiddenHashes={release.tellsHiddenHashes}
        versions={release.versions.map(({ id, version }) => ({ id, version, href: paths.release(id), current: id === releaseId }))}
      />
    </PageBody>
  )
}

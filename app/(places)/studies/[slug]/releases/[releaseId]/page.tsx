import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { PageBody } from '@/components/shell/page-body'
import { ComposeRelease } from '@/components/studies/releases/compose-release'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readDraft } from '@/lib/services/read-draft'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'
import { change, count, drop, freeze, preview } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('releases.study'))('title') })

/** A draft; frozen, it has a page of its own for everybody. */
export default async function ComposePage({ params }: { params: Promise<{ slug: string; releaseId: string }> }) {
  const { slug, releaseId } = await params
  const viewer = await viewerOrSignIn()
  if (!z.uuid().safeParse(releaseId).success) notFound()
  const draft = await orNotFound(readDraft(viewer, { releaseId }))
  if (draft.state === 'frozen') redirect(paths.release(releaseId))
  return (
    <PageBody>
      <ComposeRelease key={draft.id} slug={slug} draft={draft} verbs={{ change, count, drop, preview, freeze }} />
    </PageBody>
  )
}

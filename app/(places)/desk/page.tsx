import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { DeskOverview } from '@/components/desk/desk-overview'
import { PageBody } from '@/components/shell/page-body'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listDesk } from '@/lib/services/list-desk'
import { continueReading } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('desk'))('title') })

export default async function DeskPage({ searchParams }: { searchParams: Promise<{ nothing?: string }> }) {
  const viewer = await viewerOrSignIn()
  const desk = await listDesk(viewer, { zone: await getTimeZone() })
  return (
    <PageBody>
      <DeskOverview personId={viewer.personId} desk={desk} nothingFound={(await searchParams).nothing === '1'} continueReading={continueReading} />
    </PageBody>
  )
}

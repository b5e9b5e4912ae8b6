import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { DisputeRoom } from '@/components/bench/dispute-room'
import { DisputeSettled } from '@/components/bench/dispute-settled'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readDispute, readDisputeInput } from '@/lib/services/read-dispute'
import { orNotFound } from '@/lib/web/or-not-found'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('bench.room'))('title') })

export default async function DisputePage({ params }: { params: Promise<{ adjudicationId: string }> }) {
  const viewer = await viewerOrSignIn()
  const input = readDisputeInput.safeParse(await params)
  if (!input.success) notFound()
  const dispute = await orNotFound(readDispute(viewer, input.data))
  return dispute.settled ? <DisputeSettled dispute={dispute} /> : <DisputeRoom personId={viewer.personId} first={dispute} />
}

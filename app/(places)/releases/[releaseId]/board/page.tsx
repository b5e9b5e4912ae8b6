import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Board } from '@/components/releases/board/board'
import { ReleaseOffer } from '@/components/releases/release-offer'
import { PageBody } from '@/components/shell/page-body'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { boardInput, readBoard } from '@/lib/services/read-board'
import { orNotFound } from '@/lib/web/or-not-found'
import { parsedOrNotFound } from '@/lib/web/parsed-or-not-found'
import { anew, ask, judge } from './actions'

type Props = { params: Promise<{ releaseId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('board'))('title') })

export default async function BoardPage({ params, searchParams }: Props) {
  const input = parsedOrNotFound(boardInput, { ...(await searchParams), ...(await params) })
  const board = await orNotFound(readBoard(await viewerOrSignIn(), input))
  return (
    <PageBody>
      <ReleaseOffer releaseId={board.releaseId} title={`${board.title} ${board.version}`} />
      <Board board={board} verbs={{ ask, judge, anew }} />
    </PageBody>
  )
}

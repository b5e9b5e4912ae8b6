import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReleaseOffer } from '@/components/releases/release-offer'
import { ScoringProgress } from '@/components/releases/submission/scoring-progress'
import { SubmissionPage } from '@/components/releases/submission/submission-page'
import { WithdrawButton } from '@/components/releases/submission/withdraw-button'
import { PageBody } from '@/components/shell/page-body'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readSubmission, submissionInput } from '@/lib/services/read-submission'
import { orNotFound } from '@/lib/web/or-not-found'
import { parsedOrNotFound } from '@/lib/web/parsed-or-not-found'
import { scoreAgain, withdraw } from '../actions'

type Props = { params: Promise<{ submissionId: string }>; searchParams: Promise<{ match?: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('board'))('submissions') })

export default async function OneSubmissionPage({ params, searchParams }: Props) {
  const input = parsedOrNotFound(submissionInput, await params)
  const submission = await orNotFound(readSubmission(await viewerOrSignIn(), input))
  const { match } = await searchParams
  return (
    <PageBody>
      <ReleaseOffer releaseId={submission.releaseId} title={`${submission.releaseTitle} ${submission.version}`} />
      <SubmissionPage
        submission={submission}
        match={match}
        job={submission.jobId && <ScoringProgress submissionId={submission.id} jobId={submission.jobId} scoreAgain={scoreAgain} />}
        withdraw={<WithdrawButton submissionId={submission.id} withdraw={withdraw} />}
      />
    </PageBody>
  )
}

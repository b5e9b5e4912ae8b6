'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { reached, type Failure, type Outcome } from '@/components/studies/setup/outcome'
import { useFailureWords } from '@/components/studies/setup/use-failure-words'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { JobProgress } from '@/components/work/job-progress'

/** The scoring as it goes on; when it is over, the page shows what it found, or offers to begin again what was cancelled or broke. */
export function ScoringProgress({
  submissionId,
  jobId,
  scoreAgain,
}: {
  submissionId: string
  jobId: string
  scoreAgain: (input: { submissionId: string }) => Promise<Outcome<{ jobId: string }>>
}) {
  const t = useTranslations('board')
  const router = useRouter()
  const { sentence } = useFailureWords()
  const [shown, setShown] = useState(jobId)
  const [ended, setEnded] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const again = async () => {
    setBusy(true)
    const outcome = await reached(scoreAgain({ submissionId }))
    setBusy(false)
    if (!outcome.ok) return setFailure(outcome.failure)
    setFailure(null)
    setEnded(false)
    setShown(outcome.value.jobId)
  }
  return (
    <div className="grid justify-items-start gap-3">
      <div className="w-full">
        <JobProgress
          key={shown}
          jobId={shown}
          onOver={({ state }) => {
            if (state === 'done') router.refresh()
            else setEnded(true)
          }}
        />
      </div>
      {failure && (
        <Notice tone="danger" live>
          {sentence(failure)}
        </Notice>
      )}
      {ended && (
        <Button pending={busy} onClick={() => void again()}>
          {t('scoreAgain')}
        </Button>
      )}
    </div>
  )
}

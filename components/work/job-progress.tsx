'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
import { jobIsOver } from '@/lib/workflow/job-kinds'
import { useJob, type JobShown } from './use-job'
import { useRefusalSentence } from './use-refusal-sentence'

/**
 * Long work as it goes on: what it is doing, how far it is, a way to stop it, and how it ended. `onOver` is called once, when
 * there is nothing left to watch: refresh the page, or go where the result is.
 */
export function JobProgress({ jobId, onOver = () => {} }: { jobId: string; onOver?: (job: JobShown) => void }) {
  const t = useTranslations('jobs')
  const sentence = useRefusalSentence()
  const { job, unreachable, refusal, cancel } = useJob(jobId, onOver)
  if (refusal) return <Notice tone="danger" live>{sentence(refusal)}</Notice>
  const phase = job?.phase && t.has(`phases.${job.phase}` as never) ? t(`phases.${job.phase}` as never) : t(job?.state === 'running' ? 'working' : 'queued')
  return (
    <div className="grid gap-3">
      {/* Phases and the end are announced; the numbers, which change all the time, are not. */}
      <p aria-live="polite" className="sr-only">
        {job?.state === 'done' ? t('done') : job && !jobIsOver(job.state) ? phase : ''}
      </p>
      {job?.state === 'failed' && job.failure && (
        <Notice tone="danger" live>
          {sentence(job.failure)}
        </Notice>
      )}
      {job?.state === 'cancelled' && (
        <Notice tone="neutral" live>
          {t(job.kind === 'reopen' ? 'cancelledInPieces' : 'cancelled')}
        </Notice>
      )}
      {!(job && jobIsOver(job.state)) && (
        <>
          <ProgressBar label={phase} value={job?.done ?? 0} max={job?.total ?? 0} {...(job?.total ? {} : { note: '' })} />
          <div className="flex flex-wrap items-center gap-3">
            <Button size="small" pending={job?.cancelling ?? false} onClick={() => void cancel()}>
              {t(job?.cancelling ? 'cancelling' : 'cancel')}
            </Button>
            <p className="text-sm text-ink-soft">{t(unreachable ? 'unreachable' : 'leave')}</p>
          </div>
        </>
      )}
    </div>
  )
}

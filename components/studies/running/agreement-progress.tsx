'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { JobProgress } from '@/components/work/job-progress'

/** The counting as it goes on, beside the figures of an earlier one, if there are any; the page shows the new ones when it is done. */
export function AgreementProgress({ jobId, countedAt }: { jobId: string; countedAt: Date | null }) {
  const t = useTranslations('running.agreement')
  const format = useFormatter()
  const router = useRouter()
  return (
    <Card
      title={t(countedAt ? 'again' : 'first')}
      note={countedAt ? t('movedOn', { when: format.dateTime(countedAt, { dateStyle: 'medium', timeStyle: 'short' }) }) : t('firstNote')}
    >
      <JobProgress
        key={jobId}
        jobId={jobId}
        onOver={({ state }) => {
          if (state === 'done') router.refresh()
        }}
      />
    </Card>
  )
}

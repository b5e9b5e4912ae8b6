'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { JobProgress } from '@/components/work/job-progress'

/** Many items of an old version being opened again; the page counts anew when it is over. */
export function ReopeningProgress({ jobId, under }: { jobId: string; under: number }) {
  const t = useTranslations('protocol.reopen')
  const router = useRouter()
  return (
    <Card title={t('underWay', { under })}>
      <JobProgress
        jobId={jobId}
        onOver={({ state }) => {
          if (state === 'done') router.refresh()
        }}
      />
    </Card>
  )
}

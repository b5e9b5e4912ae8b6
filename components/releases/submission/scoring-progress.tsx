'use client'
import { useRouter } from 'next/navigation'
import { JobProgress } from '@/components/work/job-progress'

/** The scoring as it goes on; when it is over, the page shows what it found. */
export function ScoringProgress({ jobId }: { jobId: string }) {
  const router = useRouter()
  return <JobProgress jobId={jobId} onOver={() => router.refresh()} />
}

'use client'
import { useEffect, useRef, useState } from 'react'
import { jobIsOver } from '@/lib/workflow/job-kinds'
import { paths } from '@/lib/web/paths'
import { send, type Failure } from './send'

/** As `GET /api/jobs/…` tells it. */
export type JobShown = {
  id: string
  kind: string
  subjectId: string
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  phase: string
  done: number
  total: number
  failure: Pick<Failure, 'code' | 'reason' | 'values'> | null
  cancelling: boolean
}
export type SeenJob = { job: JobShown | null; unreachable: boolean; refusal: Failure | null; cancel: () => Promise<void> }

const lookEveryMs = 500
const patientAfterLooks = 20
const patientEveryMs = 2_000

/** Looks at a job until it is over, more seldom after a while; `onOver` is called once. */
export function useJob(jobId: string, onOver: (job: JobShown) => void): SeenJob {
  const [job, setJob] = useState<JobShown | null>(null)
  const [unreachable, setUnreachable] = useState(false)
  const [refusal, setRefusal] = useState<Failure | null>(null)
  const tell = useRef(onOver)
  useEffect(() => {
    tell.current = onOver
  })
  useEffect(() => {
    let looks = 0
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const sent = await send<JobShown>('GET', paths.job(jobId))
      if (gone) return
      setUnreachable(sent.kind === 'unreachable')
      if (sent.kind === 'refused') return setRefusal(sent.failure)
      if (sent.kind === 'ok') {
        setJob(sent.value)
        if (jobIsOver(sent.value.state)) return tell.current(sent.value)
      }
      timer = setTimeout(() => void look(), ++looks > patientAfterLooks ? patientEveryMs : lookEveryMs)
    }
    void look()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [jobId])

  const cancel = async () => {
    const sent = await send<JobShown>('POST', paths.cancelJob(jobId), {})
    if (sent.kind === 'ok') setJob(sent.value)
    // That it is over already shows by itself at the next look.
    if (sent.kind === 'refused' && sent.failure.reason !== 'job-over') setRefusal(sent.failure)
  }
  return { job, unreachable, refusal, cancel }
}

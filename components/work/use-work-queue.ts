'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { tellWorker } from '@/components/offline/tell-worker'
import { WorkQueue, type QueueEnvironment } from './work-queue'

/** How a queue of one kind of work goes; a constant of its page's module. */
export type QueueWays<T> = Pick<QueueEnvironment<T>, 'idOf' | 'next'> & { addressOf: (work: T | null) => string }

/** Binds a queue to its page. The address follows the work, so that a reload comes back to the same piece, without a network too. */
export function useWorkQueue<T>(first: T, { idOf, next, addressOf }: QueueWays<T>) {
  const [queue] = useState(
    () =>
      new WorkQueue<T>(
        {
          idOf,
          next: async (at, beyond) => {
            const answer = await next(at, beyond)
            if (answer.kind === 'ok' && answer.value) tellWorker({ keep: addressOf(answer.value) })
            return answer
          },
          onShown: (work) => {
            window.history.replaceState(null, '', addressOf(work))
            window.scrollTo({ top: 0 })
          },
          now: Date.now,
          after: (ms, run) => {
            const timer = setTimeout(run, ms)
            return () => clearTimeout(timer)
          },
        },
        first,
      ),
  )
  const state = useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot)
  useEffect(() => {
    const again = () => void queue.again()
    addEventListener('online', again)
    return () => {
      removeEventListener('online', again)
      queue.stop()
    }
  }, [queue])
  return { ...state, queue }
}

import { answers } from '@/lib/db/health'

const patienceMs = 3_000

/** Whether the database answers this process, and soon. */
export async function isReachable(): Promise<boolean> {
  const timer = AbortSignal.timeout(patienceMs)
  const tooLate = new Promise<boolean>((resolve) =>
    timer.addEventListener('abort', () => resolve(false), { once: true }),
  )
  return Promise.race([answers(), tooLate])
}

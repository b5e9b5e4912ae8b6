/** Work that outlives its request, and what it says it is doing. Both lists are closed; messages/<locale>/jobs.json names them. */
export const jobPhases = {
  import: ['checking', 'importing'],
  preview: ['gathering', 'matching', 'splitting'],
  freeze: ['gathering', 'matching', 'splitting', 'writing', 'sealing'],
  rebuild: ['comparing'],
  evaluate: ['reading', 'scoring', 'resampling'],
  agreement: ['counting', 'measuring'],
  reopen: ['reopening'],
} as const

export type JobKind = keyof typeof jobPhases
export type JobPhase = (typeof jobPhases)[JobKind][number]

export const jobKinds = Object.keys(jobPhases) as JobKind[]

/** How often a job is begun before it is given up: each time a worker was killed at it, or it broke. */
export const mostAttempts = 3

/** How long to wait before another try of a job that broke. */
export const retryAfterSeconds = (attempts: number): number => 5 * 4 ** (attempts - 1)

/** What is reached no more: nobody works on it, and nothing will change it. */
export const jobIsOver = (state: string): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

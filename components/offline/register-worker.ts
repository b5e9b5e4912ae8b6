import { tellWorker } from './tell-worker'

/** The page comes first: nothing of it waits for this. */
const restMs = 2_000

/**
 * Once a signed-in page is at rest: the worker is there, and nobody's copies but this person's. Not in development, whose files are
 * other ones under the same names after each change.
 */
export function registerWorker(personId: string): () => void {
  const timer = setTimeout(() => {
    if (process.env.NODE_ENV !== 'production') return
    navigator.serviceWorker?.register('/offline-worker.js').catch(() => {})
    tellWorker({ only: personId })
  }, restMs)
  return () => clearTimeout(timer)
}

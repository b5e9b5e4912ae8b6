import { tellWorker } from './tell-worker'

const restMs = 2_000

/**
 * For as long as the work at this address is on the page: there is a copy of it, under each worker and after each loss of the network. Asked
 * for by a page in view alone: it comes from the server, and whoever opens work holds it.
 */
export function keepCopy(address: string): () => void {
  const keep = () => void (document.visibilityState === 'visible' && tellWorker({ keep: address }))
  const timer = setTimeout(keep, restMs)
  navigator.serviceWorker?.addEventListener('controllerchange', keep)
  addEventListener('online', keep)
  document.addEventListener('visibilitychange', keep)
  return () => {
    clearTimeout(timer)
    navigator.serviceWorker?.removeEventListener('controllerchange', keep)
    removeEventListener('online', keep)
    document.removeEventListener('visibilitychange', keep)
  }
}

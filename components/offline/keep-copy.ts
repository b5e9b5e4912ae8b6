import { tellWorker } from './tell-worker'

const restMs = 2_000

/** For as long as the work at this address is on the page: there is a copy of it, under each worker and after each loss of the network. */
export function keepCopy(address: string): () => void {
  const keep = () => tellWorker({ keep: address })
  const timer = setTimeout(keep, restMs)
  navigator.serviceWorker?.addEventListener('controllerchange', keep)
  addEventListener('online', keep)
  return () => {
    clearTimeout(timer)
    navigator.serviceWorker?.removeEventListener('controllerchange', keep)
    removeEventListener('online', keep)
  }
}

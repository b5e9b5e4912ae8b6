'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { localStore, type Outgoing } from './local-store'
import { send, type Failure } from './send'

const retryMs = 5_000

/**
 * Submissions on their way. Each is in the browser's store before it is sent and leaves it when the server has answered,
 * whatever happens to the page or the network in between. `onRefused` hears of the ones that the server would not take.
 */
export function useOutbox(
  personId: string,
  heard: { onTaken: (sent: Outgoing) => void; onRefused: (sent: Outgoing, failure: Failure) => void },
) {
  const [waiting, setWaiting] = useState(0)
  const busy = useRef(false)
  const ears = useRef(heard)
  useEffect(() => {
    ears.current = heard
  })

  const flush = useCallback(async (): Promise<void> => {
    if (busy.current) return
    busy.current = true
    try {
      for (const outgoing of await localStore.outgoing(personId)) {
        const answer = await send('POST', outgoing.url, outgoing.payload)
        if (answer.kind === 'unreachable') break
        if (answer.kind === 'refused' && (answer.failure.code === 'signed-out' || answer.failure.code === 'slow-down'))
          break
        await localStore.dropOutgoing(outgoing.clientId)
        if (answer.kind === 'ok') ears.current.onTaken(outgoing)
        else ears.current.onRefused(outgoing, answer.failure)
      }
    } finally {
      busy.current = false
      setWaiting((await localStore.outgoing(personId)).length)
    }
  }, [personId])

  useEffect(() => {
    void flush()
    const again = () => void flush()
    const timer = setInterval(again, retryMs)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [flush])

  return {
    /** Handed in and not yet confirmed. */
    waiting,
    async put(outgoing: Omit<Outgoing, 'personId' | 'at'>): Promise<void> {
      await localStore.putOutgoing({ ...outgoing, personId, at: Date.now() })
      setWaiting((count) => count + 1)
      await flush()
    },
  }
}

'use client'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { localStore, type Outgoing } from './local-store'
import { Outbox, type Heard, type Waiting } from './outbox'
import { send } from './send'

const retryMs = 5_000
const none: Waiting = { count: 0, unkept: false, attended: false }
/** Refusals after which the work is theirs to hand in as before. */
const stillTheirs: ReadonlySet<string> = new Set(['draft-newer', 'protocol-changed'])
/** A person's, not a page's: what was handed in on one page goes on from the next. */
const outboxes = new Map<string, Outbox>()

function outboxOf(personId: string): Outbox {
  const known = outboxes.get(personId)
  if (known) return known
  const made = new Outbox({
    send: ({ url, payload }) => send('POST', url, payload),
    keep: (outgoing) => localStore.putOutgoing(outgoing),
    drop: async (outgoing, refused) => {
      // Kept before it is dropped: at no moment is it nowhere.
      if (refused?.code === 'conflict' && !stillTheirs.has(refused.reason)) await localStore.endDraft(outgoing, refused.reason)
      await localStore.dropOutgoing(outgoing.clientId)
      if (!refused && outgoing.itemId) await localStore.dropDraft(personId, outgoing.itemId)
    },
    kept: () => localStore.outgoing(personId),
    now: Date.now,
  })
  outboxes.set(personId, made)
  return made
}

/** Told whenever something this person has handed in was answered. */
export const watchOutbox = (personId: string, listener: () => void): (() => void) => outboxOf(personId).subscribe(listener)

/** What this person has handed in and the server has not confirmed, from a page that speaks of it or from the frame round all pages. */
export function useOutbox(personId: string, place: 'page' | 'frame', heard: Heard) {
  const outbox = outboxOf(personId)
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.snapshot, () => none)
  const ears = useRef(heard)
  useEffect(() => {
    ears.current = heard
  })
  useEffect(
    () => outbox.listen(place, { onTaken: (sent) => ears.current.onTaken(sent), onRefused: (sent, failure) => ears.current.onRefused(sent, failure) }),
    [outbox, place],
  )
  useEffect(() => {
    const again = () => void outbox.flush()
    again()
    const timer = setInterval(again, retryMs)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [outbox])
  useEffect(() => {
    if (!waiting.unkept) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [waiting.unkept])

  return { waiting, put: (outgoing: Omit<Outgoing, 'personId' | 'at'>) => outbox.put({ ...outgoing, personId, at: Date.now() }) }
}

'use client'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { keepCopy } from '@/components/offline/keep-copy'
import { isCopyOf, savedBeside } from '@/components/offline/saved-beside'
import { tellWorker } from '@/components/offline/tell-worker'
import { randomUuid } from '@/components/ui/random-uuid'
import { pathsAtWork as paths } from '@/lib/web/paths-at-work'
import { DraftSync, type Fit, type HandedInFrom, type Lease, type SaveAnswer, type Theirs } from './draft-sync'
import { localStore, type Outgoing, type WorkOf } from './local-store'
import { send } from './send'
import type { ActiveTime } from './use-active-time'

export type Place = { kind: 'seat' | 'adjudication'; id: string }
/** What goes along with a hand-in: what it was written on, and the draft itself, should it be refused for good. */
export type HandedIn = { from: HandedInFrom; draft: NonNullable<Outgoing['draft']> }
export type KeptWork = {
  personId: string
  itemId: string
  place: Place
  /** What a list calls it where the item itself is not at hand. */
  of: Omit<WorkOf, 'kind'>
  draft: { body: unknown; version: number } | null
  empty: unknown
  /** Absent where all of it does. */
  fit?: Fit | undefined
}

/** Of an opening as long as the lists that the server makes. */
export const workOf = ({ study, text }: { study: { name: string; task: string }; text: string }): KeptWork['of'] => ({ study: study.name, task: study.task, opening: text.slice(0, 160) })

const asItIs: Fit = (draft) => ({ draft, lost: 0 })

const heartbeatMs = 60_000

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/**
 * Binds a piece of work to its places of keeping for as long as it is on the page. `ready` is false until the browser's
 * store has been asked for work left over from an earlier visit.
 */
export function useDraftSync(work: KeptWork, time: ActiveTime) {
  const { personId, itemId, place, fit = asItIs } = work
  const of = { ...work.of, kind: place.kind }
  const address = place.kind === 'seat' ? paths.reading(place.id) : paths.dispute(place.id)
  const [ready, setReady] = useState(false)
  const [body, setBody] = useState<unknown>(work.draft?.body ?? work.empty)
  const sync = useMemo(
    () =>
      new DraftSync(
        {
          save: (saving, leaving) => send<SaveAnswer>('PUT', '/api/work/drafts', { itemId, place, ...saving }, leaving),
          keep: (kept) => localStore.putDraft({ personId, itemId, place: place.id, of, ...kept, at: Date.now() }),
          forget: (draft) => {
            tellWorker({ saved: address, draft })
            return localStore.dropDraft(personId, itemId)
          },
          activeMs: time.ms,
          after,
        },
        randomUuid(),
        work.draft?.body ?? work.empty,
        work.draft?.version ?? 0,
      ),
    // A new item is a new work; the other parts belong to it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [itemId, place.id],
  )
  const state = useSyncExternalStore(sync.subscribe, sync.snapshot, () => 'saved' as const)
  const [lost, setLost] = useState(0)
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  useEffect(() => setTheirs(state === 'conflict' ? sync.theirs : null), [state, sync])
  const signedOut = state === 'signed-out'
  const over = state === 'gone' || state === 'handed-in'
  useEffect(() => {
    if (!signedOut && !over) return keepCopy(address)
    // The others' end with whoever signs in, here or in another tab: where that has happened, they are somebody else's already.
    tellWorker({ drop: address })
    return undefined
  }, [address, signedOut, over])

  useEffect(() => {
    let here = true
    setReady(false)
    setLost(0)
    setBody(sync.body)
    const inPage = work.draft && { body: work.draft.body, base: work.draft.version, activeMs: 0, copies: [] }
    const takeUpWhatIsLeft = async () => {
      const left = await localStore.draft(personId, itemId)
      if (!here) return
      // What was decided in another dispute was decided of other readings.
      const unsent = left && (place.kind === 'seat' || (left.place ?? place.id) === place.id) ? { ...left, copies: left.copies ?? [] } : null
      if (left && !unsent) await localStore.setAside(left)
      // Whether what a copy of the page holds is still the newest, the server says when it is sent once more.
      const own = unsent ?? (isCopyOf(address) ? ((await savedBeside(address)) ?? inPage) : null)
      if (!here) return
      if (own) time.atLeast(own.activeMs)
      setLost(sync.takeUp(own, fit))
      setBody(sync.body)
      setReady(true)
    }
    void takeUpWhatIsLeft()
    const online = () => void sync.flush()
    const leave = () => void (document.visibilityState === 'hidden' && sync.flush(true))
    addEventListener('online', online)
    addEventListener('focus', online)
    document.addEventListener('visibilitychange', leave)
    const stay = (event: BeforeUnloadEvent) => void (sync.atRisk && event.preventDefault())
    addEventListener('beforeunload', stay)
    // A sign of life is work done since the last one: a page that is open, and left alone, lets its lease lapse.
    let worked = time.ms()
    const beat = setInterval(() => {
      const before = worked
      if ((worked = time.ms()) === before) return
      void send<Lease>('POST', '/api/work/heartbeat', { place }).then(
        (answer) => answer.kind === 'ok' && answer.value.leaseUntil === null && sync.lost(answer.value),
      )
    }, heartbeatMs)
    return () => {
      here = false
      removeEventListener('online', online)
      removeEventListener('focus', online)
      document.removeEventListener('visibilitychange', leave)
      removeEventListener('beforeunload', stay)
      clearInterval(beat)
      void sync.flush(true)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sync])

  return {
    ready,
    body,
    state,
    theirs,
    /** How many answers begun earlier were taken out, as nothing that is asked here. */
    lost,
    change(next: unknown) {
      void sync.change(next)
      setBody(sync.body)
    },
    async resolve(choice: 'mine' | 'theirs') {
      await sync.resolve(choice)
      setLost(sync.takeUp(null, fit))
      setBody(sync.body)
    },
    flush: () => sync.flush(),
    /** Ends saving; what is handed in now was written on this. */
    close: (): HandedIn => {
      sync.close()
      tellWorker({ drop: address })
      const from = sync.handedInFrom
      return { from, draft: { body: sync.body, activeMs: time.ms(), of, ...from } }
    },
  }
}

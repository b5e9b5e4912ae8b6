'use client'
import { useCallback, useRef, useState } from 'react'
import type { Sent } from './send'

/** As many as the server takes in one question. */
const mostNamed = 20
/** Nobody prolongs the lease of a piece that waits behind the one at hand: fetched longer ago, it is asked for again. */
const freshMs = 10 * 60_000

/** How a queue of one kind of work goes; a constant of its page's module. */
export type QueueWays<T> = {
  idOf: (work: T) => string
  /** The next piece beyond those named, or null when nothing waits. */
  next: (at: T, beyond: string[]) => Promise<Sent<T | null>>
  addressOf: (work: T | null) => string
}

/**
 * The work at hand and the piece after it. The next is fetched as soon as the person has begun this one, so that moving on
 * waits for nothing; the address follows, so that a reload comes back to the same piece.
 */
export function useWorkQueue<T>(first: T, { idOf, next, addressOf }: QueueWays<T>) {
  const [work, setWork] = useState<T | null>(first)
  /** All that has been shown here, in this order. */
  const [met, setMet] = useState<readonly string[]>(() => [idOf(first)])
  const [moving, setMoving] = useState(false)
  const [unreachable, setUnreachable] = useState(false)
  const fetched = useRef<{ after: string; at: number; work: Promise<T | null | 'unreachable'> } | null>(null)
  /** Left behind on this page: what was handed in may still be on its way, and the server must not offer it again. */
  const behind = useRef<string[]>([])

  const fetchNext = useCallback(
    async (at: T): Promise<T | null | 'unreachable'> => {
      const answer = await next(at, [...behind.current.slice(1 - mostNamed), idOf(at)])
      return answer.kind === 'ok' ? answer.value : 'unreachable'
    },
    [idOf, next],
  )

  const prefetch = useCallback(
    (at: T) => {
      if (fetched.current?.after !== idOf(at)) fetched.current = { after: idOf(at), at: Date.now(), work: fetchNext(at) }
    },
    [fetchNext, idOf],
  )

  const show = useCallback(
    (shown: T | null) => {
      behind.current = behind.current.filter((id) => shown === null || id !== idOf(shown))
      setWork(shown)
      setMet((before) => (shown === null || before.includes(idOf(shown)) ? before : [...before, idOf(shown)]))
      window.history.replaceState(null, '', addressOf(shown))
      window.scrollTo({ top: 0 })
    },
    [addressOf, idOf],
  )

  const advance = useCallback(
    async (from: T, handedIn?: Promise<unknown>): Promise<void> => {
      setMoving(true)
      behind.current = [...behind.current.filter((id) => id !== idOf(from)), idOf(from)]
      const before = fetched.current
      const fresh = before?.after === idOf(from) && Date.now() - before.at < freshMs
      let found = fresh ? await before.work : await fetchNext(from)
      // That nothing waits was said before this was handed in; what is to be asked twice may wait since.
      if (found === null) await handedIn
      if (found === null || found === 'unreachable') found = await fetchNext(from)
      fetched.current = null
      setMoving(false)
      setUnreachable(found === 'unreachable')
      if (found !== 'unreachable') show(found)
    },
    [fetchNext, idOf, show],
  )

  /** `nth`: which of this visit's pieces it is, from 1; null before the second has come, and when none is left. */
  const nth = work === null || met.length === 1 ? null : met.indexOf(idOf(work)) + 1
  return { work, nth, moving, unreachable, prefetch, advance, show }
}

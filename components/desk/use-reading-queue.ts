'use client'
import { useCallback, useRef, useState } from 'react'
import { paths } from '@/lib/web/paths'
import { deskCalls } from './desk-calls'
import type { SeatOnDesk } from './seat-on-desk'

/**
 * The reading at hand and the one after it. The next is fetched as soon as the person has begun this one, so that moving on
 * waits for nothing; the address follows, so that a reload comes back to the same reading.
 */
export function useReadingQueue(first: SeatOnDesk) {
  const [seat, setSeat] = useState<SeatOnDesk | null>(first)
  const [moving, setMoving] = useState(false)
  const [unreachable, setUnreachable] = useState(false)
  const next = useRef<{ after: string; seat: Promise<SeatOnDesk | null | 'unreachable'> } | null>(null)

  const fetchNext = useCallback(async (at: SeatOnDesk): Promise<SeatOnDesk | null | 'unreachable'> => {
    const answer = await deskCalls.next(at.study.id, [at.seatId])
    return answer.kind === 'ok' ? answer.value.seat : 'unreachable'
  }, [])

  const prefetch = useCallback(
    (at: SeatOnDesk) => {
      if (next.current?.after !== at.seatId) next.current = { after: at.seatId, seat: fetchNext(at) }
    },
    [fetchNext],
  )

  const show = useCallback((shown: SeatOnDesk | null) => {
    setSeat(shown)
    window.history.replaceState(null, '', shown ? paths.reading(shown.seatId) : paths.desk())
    window.scrollTo({ top: 0 })
  }, [])

  const advance = useCallback(
    async (from: SeatOnDesk): Promise<void> => {
      setMoving(true)
      let found = next.current?.after === from.seatId ? await next.current.seat : await fetchNext(from)
      if (found === 'unreachable') found = await fetchNext(from)
      next.current = null
      setMoving(false)
      setUnreachable(found === 'unreachable')
      if (found !== 'unreachable') show(found)
    },
    [fetchNext, show],
  )

  return { seat, moving, unreachable, prefetch, advance, show }
}

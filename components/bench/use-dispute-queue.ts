'use client'
import { useCallback, useRef, useState } from 'react'
import { paths } from '@/lib/web/paths'
import { benchCalls } from './bench-calls'
import type { DisputeOnBench } from './dispute-on-bench'

/** As many as the server takes in one question. */
const mostNamed = 20

type Found = DisputeOnBench | null | 'unreachable'

/**
 * The dispute at hand and the one after it. The next is fetched as soon as the person has begun this one, so that moving on
 * waits for nothing; the address follows, so that a reload comes back to the same dispute.
 */
export function useDisputeQueue(first: DisputeOnBench) {
  const [dispute, setDispute] = useState<DisputeOnBench | null>(first)
  const [moving, setMoving] = useState(false)
  const [unreachable, setUnreachable] = useState(false)
  const next = useRef<{ after: string; dispute: Promise<Found> } | null>(null)
  /** Left behind on this page: their verdicts may still be on the way, and the server must not offer them again. */
  const behind = useRef<string[]>([])

  const fetchNext = useCallback(async (at: DisputeOnBench): Promise<Found> => {
    const answer = await benchCalls.next(at.study.id, [...behind.current.slice(1 - mostNamed), at.adjudicationId])
    return answer.kind === 'ok' ? answer.value.dispute : 'unreachable'
  }, [])

  const prefetch = useCallback(
    (at: DisputeOnBench) => {
      if (next.current?.after !== at.adjudicationId) next.current = { after: at.adjudicationId, dispute: fetchNext(at) }
    },
    [fetchNext],
  )

  const show = useCallback((shown: DisputeOnBench | null) => {
    behind.current = behind.current.filter((id) => id !== shown?.adjudicationId)
    setDispute(shown)
    window.history.replaceState(null, '', shown ? paths.dispute(shown.adjudicationId) : paths.bench())
    window.scrollTo({ top: 0 })
  }, [])

  const advance = useCallback(
    async (from: DisputeOnBench): Promise<void> => {
      setMoving(true)
      behind.current = [...behind.current.filter((id) => id !== from.adjudicationId), from.adjudicationId]
      let found = next.current?.after === from.adjudicationId ? await next.current.dispute : await fetchNext(from)
      if (found === 'unreachable') found = await fetchNext(from)
      next.current = null
      setMoving(false)
      setUnreachable(found === 'unreachable')
      if (found !== 'unreachable') show(found)
    },
    [fetchNext, show],
  )

  return { dispute, moving, unreachable, prefetch, advance, show }
}

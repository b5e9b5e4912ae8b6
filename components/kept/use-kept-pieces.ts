'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { send } from '@/components/work/send'
import { watchOutbox } from '@/components/work/use-outbox'
import { keptPieces, type KeptAnswer, type KeptPiece } from './kept-pieces'
import { keptStore } from './kept-store'

/** As many as the server takes in one question. */
const mostAsked = 200

/** What is kept of this person's work and is not theirs to hand in; looked for anew when the network returns and when something was answered. */
export function useKeptPieces(personId: string) {
  const [pieces, setPieces] = useState<readonly KeptPiece[]>([])
  const answer = useRef<KeptAnswer | null>(null)
  const look = useCallback(async () => {
    const { drafts, onTheirWay } = await keptStore.all(personId)
    setPieces(keptPieces(drafts, onTheirWay, answer.current))
    const asked = drafts.slice(0, mostAsked).map(({ itemId, place = null }) => ({ itemId, place }))
    const said = await send<KeptAnswer>('POST', '/api/work/kept', { pieces: asked })
    if (said.kind !== 'ok') return
    answer.current = said.value
    const found = keptPieces(drafts, onTheirWay, said.value)
    setPieces(found)
    for (const { left, why } of found) if (left) void keptStore.mark(left, why)
  }, [personId])
  useEffect(() => {
    const again = () => void look()
    again()
    addEventListener('online', again)
    const unwatch = watchOutbox(personId, again)
    return () => {
      removeEventListener('online', again)
      unwatch()
    }
  }, [look, personId])

  /** Deletes it wherever it is kept. False: it could not be, or not all of it. */
  const remove = async ({ left, itemId, version }: KeptPiece): Promise<boolean> => {
    const there = version === null ? null : await send<{ discarded: boolean }>('POST', `/api/work/kept/${itemId}/discard`, { version })
    const gone = there === null || (there.kind === 'ok' && there.value.discarded)
    const done = gone && (left === null || (await keptStore.drop(left.key)))
    await look()
    return done
  }
  return { pieces, remove }
}

'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { reached, type Failure, type Outcome } from '@/components/studies/setup/outcome'

export type Saving = { state: 'saved' | 'unsaved' | 'saving' } | { state: 'stopped'; failure: Failure }

const quietMs = 800
const retryMs = 5_000

/**
 * Keeps a draft saved: a while after the last change, one save at a time, each naming the revision it has seen. A refusal
 * (somebody else saved) stops it until a person decides; a lost connection is tried again.
 */
export function useDraftSaving<Draft>({
  draft,
  revision: first,
  save,
}: {
  draft: Draft
  revision: string
  save: (draft: Draft, seen: string) => Promise<Outcome<{ revision: string }>>
}) {
  const [saving, setSaving] = useState<Saving>({ state: 'saved' })
  const revision = useRef(first)
  const wanted = useRef(draft)
  const kept = useRef(draft)
  const busy = useRef<Promise<boolean> | null>(null)
  const stopped = useRef(false)

  /** Saves until nothing is left to save. @returns whether everything is saved. */
  const flush = useCallback(async (): Promise<boolean> => {
    if (busy.current) return busy.current
    const work = async (): Promise<boolean> => {
      while (wanted.current !== kept.current) {
        if (stopped.current) return false
        const sent = wanted.current
        setSaving({ state: 'saving' })
        const outcome = await reached(save(sent, revision.current))
        if (outcome.ok) {
          revision.current = outcome.value.revision
          kept.current = sent
          continue
        }
        stopped.current = outcome.failure.reason !== 'offline'
        setSaving({ state: 'stopped', failure: outcome.failure })
        return false
      }
      setSaving({ state: 'saved' })
      return true
    }
    busy.current = work()
    const done = await busy.current
    busy.current = null
    return done
  }, [save])

  useEffect(() => {
    wanted.current = draft
    if (draft === kept.current || stopped.current) return
    setSaving({ state: 'unsaved' })
    const timer = setTimeout(() => void flush(), quietMs)
    return () => clearTimeout(timer)
  }, [draft, flush])

  const offline = saving.state === 'stopped' && saving.failure.reason === 'offline'
  useEffect(() => {
    if (!offline) return
    const timer = setInterval(() => void flush(), retryMs)
    return () => clearInterval(timer)
  }, [offline, flush])

  const unsaved = saving.state !== 'saved'
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])

  /** A person has decided to save over what somebody else saved at this revision. */
  const saveOver = useCallback(
    (seen: string) => {
      stopped.current = false
      revision.current = seen
      return flush()
    },
    [flush],
  )
  return { saving, flush, saveOver, seen: () => revision.current }
}

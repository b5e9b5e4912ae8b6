'use client'
import { useEffect, useState } from 'react'
import type { Sent } from '@/components/work/send'

/** What the server gives under an id: null until it has answered, 'none' where it gives nothing. `ask` must be the same at every look. */
export function useLookedUp<T>(ask: (id: string) => Promise<Sent<T>>, id: string): T | 'none' | null {
  const [found, setFound] = useState<T | 'none' | null>(null)
  useEffect(() => {
    let here = true
    void ask(id).then((answer) => here && setFound(answer.kind === 'ok' ? answer.value : 'none'))
    return () => {
      here = false
    }
  }, [ask, id])
  return found
}

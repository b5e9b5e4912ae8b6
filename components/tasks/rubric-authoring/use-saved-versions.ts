'use client'
import { useEffect, useState } from 'react'
import { send } from '@/components/work/send'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import { criteriaOf } from '@/lib/tasks/rubric-authoring/criteria-of'
import type { Draft } from '@/lib/tasks/rubric-authoring/judgment'
import type { Earlier } from './changes-view'

type Saved = { earlier: { version: number; at: string; body: Draft | { answer: Draft } }[] }

/** What the person's own work on this item was saved as before, newest first; asked for whenever it is looked at anew. */
export function useSavedVersions(itemId: string | null, looking: boolean, content: Pick<Content, 'draft'>): Earlier[] {
  const [saved, setSaved] = useState<Saved['earlier']>([])
  useEffect(() => {
    if (itemId === null || !looking) return
    let here = true
    const ask = async () => {
      const sent = await send<Saved>('GET', `/api/work/drafts/${itemId}`)
      if (here && sent.kind === 'ok') setSaved(sent.value.earlier)
    }
    void ask()
    return () => {
      here = false
    }
  }, [itemId, looking])
  const criteriaIn = (body: Draft | { answer: Draft }): readonly Criterion[] => ('answer' in body ? (body.answer.criteria ?? []) : criteriaOf(body, content))
  return saved.map(({ version, at, body }) => ({ kind: 'saved', version, at, criteria: criteriaIn(body) }))
}

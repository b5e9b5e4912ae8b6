'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useVerb, type Verb } from './use-verb'

/** One press: join, or make room for somebody else. */
export function JoinForm({ note, label, verb, then }: { note?: ReactNode; label: string; verb: Verb<void>; then?: string }) {
  const { run, pending, sentence } = useVerb(verb)
  const press = async () => {
    // A whole new page: the roles of this session have changed.
    if ((await run()) && then) window.location.assign(then)
  }
  return (
    <div className="grid gap-4">
      {sentence && <Notice tone="danger" live>{sentence}</Notice>}
      {note && <p>{note}</p>}
      <Button
        variant="primary"
        size="large"
        pending={pending}
        onClick={() => void press()}
      >
        {label}
      </Button>
    </div>
  )
}

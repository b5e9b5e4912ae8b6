'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useVerb, type Verb } from './use-verb'

/** One press: join, or make room for somebody else. */
export function JoinForm({ note, label, verb, then }: { note?: ReactNode; label: string; verb: Verb<void>; then?: string }) {
  const { run, pending, sentence } = useVerb(verb)
  return (
    <div className="grid gap-4">
      {sentence && <Notice tone="danger" live>{sentence}</Notice>}
      {note && <p>{note}</p>}
      <Button
        variant="primary"
        size="large"
        pending={pending}
        onClick={() => {
          void run().then((done) => {
            // A whole new page: the roles of this session have changed.
            if (done && then) window.location.assign(then)
          })
        }}
      >
        {label}
      </Button>
    </div>
  )
}

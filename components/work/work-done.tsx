'use client'
import { useRef } from 'react'
import { useStartOfWork } from '@/components/tasks/use-start-of-work'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Nothing waits any more. The way back has the focus: Enter goes there. */
export function WorkDone({ title, body, back }: { title: string; body: string; back: { href: string; label: string } }) {
  const link = useRef<HTMLAnchorElement>(null)
  useStartOfWork(link)
  return (
    <EmptyState
      level={1}
      title={title}
      body={body}
      action={
        <LinkButton ref={link} href={back.href} variant="primary">
          {back.label}
        </LinkButton>
      }
    />
  )
}

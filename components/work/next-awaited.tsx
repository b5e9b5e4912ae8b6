'use client'
import Link from 'next/link'
import { useRef } from 'react'
import { useStartOfWork } from '@/components/tasks/use-start-of-work'

/** In place of work that has been left, until the next can be had. Loaded with the page: it is wanted when nothing can be loaded. */
export function NextAwaited({ title, body, back }: { title: string; body: string; back: { href: string; label: string } }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useStartOfWork(heading)
  return (
    <div className="mx-auto grid max-w-md gap-3 px-4 py-12 text-center">
      <h1 ref={heading} tabIndex={-1} className="font-serif text-xl font-semibold">
        {title}
      </h1>
      <p role="status" className="text-ink-soft">
        {body}
      </p>
      <p>
        <Link href={back.href}>{back.label}</Link>
      </p>
    </div>
  )
}

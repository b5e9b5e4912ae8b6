'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** The address of a link that a plain click will follow inside this site, or nothing. */
function destination(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || link.target === '_blank' || link.hasAttribute('download') || link.origin !== location.origin)
    return undefined
  if (link.pathname.startsWith('/api/')) return undefined
  return link.pathname + link.search
}

/**
 * A thin line at the top while the next page is on its way. Pages answer whole, so that a missing one can still say 404
 * (a loading.tsx above them would have sent 200 first); this is what shows in between.
 */
export function ArrivalBar() {
  const t = useTranslations('common')
  const search = useSearchParams().toString()
  const here = usePathname() + (search && `?${search}`)
  const [leftFrom, setLeftFrom] = useState<string>()
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const there = destination(event)
      if (there !== undefined && there !== here) setLeftFrom(here)
    }
    document.addEventListener('click', onClick, { capture: true })
    return () => document.removeEventListener('click', onClick, { capture: true })
  }, [here])
  const waiting = leftFrom === here
  useEffect(() => {
    if (!waiting) return
    // A page may call the click off, or the server may lead back here: the address then never changes.
    const timer = setTimeout(() => setLeftFrom(undefined), 10_000)
    return () => clearTimeout(timer)
  }, [waiting])
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5">
      {waiting && (
        <>
          <span className="sr-only">{t('loading')}</span>
          <span
            aria-hidden
            className="block h-full animate-[arrive_8s_cubic-bezier(0.1,0.7,0.3,1)_150ms_both] bg-accent"
          />
        </>
      )}
    </div>
  )
}

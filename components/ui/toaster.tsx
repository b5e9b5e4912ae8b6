'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { ToastCard } from './toast-card'
import { dismissToast, toasts } from './toast'

const nothing: ReturnType<typeof toasts.now> = []

/**
 * Where toasts appear; once, in the root layout. Alt+T moves there, and whoever leaves from there is put back. While somebody points
 * at them or is among them, none goes away.
 */
export function Toaster() {
  const t = useTranslations('common')
  const shown = useSyncExternalStore(toasts.subscribe, toasts.now, () => nothing)
  const [pointed, setPointed] = useState(false)
  const [within, setWithin] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const cameFrom = useRef<Element | null>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey && event.code === 'KeyT') list.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const leave = () => {
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true })
    // Who came from nowhere goes back there: a button that goes away with the focus does not say that it was left.
    const at = document.activeElement
    if (at instanceof HTMLElement && list.current?.contains(at)) at.blur()
  }
  const dismiss = (id: string) => {
    const among = list.current?.contains(document.activeElement)
    dismissToast(id)
    if (among) leave()
    // Nor does one that goes away under the pointer.
    setPointed(false)
  }
  return (
    // Announced from here, so it is there before the first of them.
    <section aria-label={t('notifications')} aria-live="polite" aria-relevant="additions text" aria-atomic={false}>
      <ol
        ref={list}
        tabIndex={-1}
        className="pointer-events-none fixed end-4 bottom-4 z-50 grid w-[min(22rem,calc(100vw-2rem))] gap-2 outline-none print:hidden"
        onPointerEnter={() => setPointed(true)}
        onPointerLeave={() => setPointed(false)}
        onFocus={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget
          setWithin(true)
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setWithin(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave()
        }}
      >
        {shown.map((toast) => (
          <ToastCard key={toast.count} toast={toast} paused={pointed || within} dismiss={() => dismiss(toast.id)} dismissLabel={t('dismiss')} />
        ))}
      </ol>
    </section>
  )
}

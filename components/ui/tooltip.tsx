'use client'
import { useEffect, useRef, useState, type FocusEvent, type PointerEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Kbd } from './kbd'

const delayMs = 450
type Place = { x: number; top: number; bottom: number }

/**
 * A short label near what it names, on hover and on keyboard focus; Escape hides it. Never the only place where something
 * is said. Own code because a library for it would weigh more than the rest of the top bar.
 */
export function Tooltip({
  label,
  shortcut,
  side = 'bottom',
  children,
}: {
  label: ReactNode
  shortcut?: string
  side?: 'top' | 'bottom'
  children: ReactNode
}) {
  const [place, setPlace] = useState<Place>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hide = () => {
    clearTimeout(timer.current)
    setPlace(undefined)
  }
  const showNear = (named: Element | null) => {
    if (named?.getAttribute('aria-expanded') === 'true') return // what it opened says more
    const box = named?.getBoundingClientRect()
    if (box)
      setPlace({ x: Math.min(Math.max(box.x + box.width / 2, 72), innerWidth - 72), top: box.top, bottom: box.bottom })
  }
  const onPointerOver = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch' || place) return
    const named = event.currentTarget.firstElementChild
    clearTimeout(timer.current)
    timer.current = setTimeout(() => showNear(named), delayMs)
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (event.target.matches(':focus-visible')) showNear(event.currentTarget.firstElementChild)
  }
  const shown = place !== undefined
  useEffect(() => {
    if (!shown) return
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && setPlace(undefined)
    const gone = () => setPlace(undefined)
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('scroll', gone, { capture: true, passive: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('scroll', gone, { capture: true })
    }
  }, [shown])
  useEffect(() => () => clearTimeout(timer.current), [])
  const above = place !== undefined && (side === 'top' || place.bottom + 40 > innerHeight)
  return (
    <span
      className="contents"
      onPointerOver={onPointerOver}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={onFocus}
      onBlur={hide}
    >
      {children}
      {place &&
        createPortal(
          // Everything on a page lies in a landmark, what floats above it too.
          <aside>
            <div
              role="tooltip"
              style={{
                left: place.x,
                ...(above ? { bottom: innerHeight - place.top + 6 } : { top: place.bottom + 6 }),
              }}
              className="pointer-events-none fixed z-50 flex w-max max-w-72 -translate-x-1/2 items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs text-paper shadow-float"
            >
              {label}
              {shortcut && <Kbd keys={shortcut} />}
            </div>
          </aside>,
          document.body,
        )}
    </span>
  )
}

import type { Interval } from '@/lib/spans/interval'
import { boxesOf } from './dom-boxes'
import { exactText } from './exact-text'
import type { TextModel } from './text-model'

/** A line of room beside a place, in pixels; at the foot of the window also the bar that a narrow one has there. */
const line = 32
const foot = 72

/** Scrolls a place into view with room above and below: within the pane that holds the text, then within the window, below its bars. */
export function revealPlace(frame: HTMLElement | null, model: TextModel, { start, end }: Interval) {
  const root = exactText(frame)
  if (!root || start > model.points.length) return
  const near = { start: Math.min(start, Math.max(0, model.points.length - 1)), end: Math.max(end, start + 1) }
  const rect = boxesOf(root, model, { ...near, end: Math.min(near.end, model.points.length) })[0]
  if (!rect) return
  const pane = paneOf(root)
  let moved = 0
  if (pane) {
    const { top, bottom } = pane.getBoundingClientRect()
    const before = pane.scrollTop
    pane.scrollTop += outside(rect.top, rect.bottom, top + line, bottom - line)
    moved = pane.scrollTop - before
  }
  // As much as the page's style says; more where a narrow window breaks the bar into lines.
  const bar = document.querySelector('[data-work-bar]')?.getBoundingClientRect().bottom ?? 0
  const bars = Math.max(parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0, bar + 8)
  const by = outside(rect.top - moved, rect.bottom - moved, bars, window.innerHeight - (pane ? 0 : foot))
  if (by !== 0) window.scrollBy(0, by)
}

/** How far something is above (less than nothing) or below what is seen. */
const outside = (top: number, bottom: number, from: number, to: number) => Math.min(0, top - from) || Math.max(0, bottom - to)

function paneOf(element: HTMLElement): HTMLElement | null {
  for (let pane = element.parentElement; pane && pane !== document.body; pane = pane.parentElement)
    if (pane.scrollHeight > pane.clientHeight && getComputedStyle(pane).overflowY === 'auto') return pane
  return null
}

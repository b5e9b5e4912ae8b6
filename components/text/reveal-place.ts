import type { Interval } from '@/lib/spans/interval'
import { boxesOf } from './dom-boxes'
import { exactText } from './exact-text'
import type { TextModel } from './text-model'

/** Scrolls a place into view, with a line of room above and below. */
export function revealPlace(frame: HTMLElement | null, model: TextModel, { start, end }: Interval) {
  const root = exactText(frame)
  if (!root || start > model.points.length) return
  const near = { start: Math.min(start, Math.max(0, model.points.length - 1)), end: Math.max(end, start + 1) }
  const rect = boxesOf(root, model, { ...near, end: Math.min(near.end, model.points.length) })[0]
  if (!rect) return
  const room = 72
  const above = rect.top - room
  const below = rect.bottom + room - window.innerHeight
  if (above < 0) window.scrollBy(0, above)
  else if (below > 0) window.scrollBy(0, below)
}

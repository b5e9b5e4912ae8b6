/** Few enough to be all shown; of more, these many on each side of one of them. */
const all = 40
const around = 15

export type CardWindow = { readonly from: number; readonly to: number }

/**
 * Which of many cards are shown: all of them while they are few, else some on each side of `centre`, more of them once asked
 * (`more` before and after). Always within `[0, total]`, always with the centre.
 */
export function cardWindow(total: number, centre: number, more: { before: number; after: number }): CardWindow {
  if (total <= all) return { from: 0, to: total }
  const at = Math.min(Math.max(0, centre), total - 1)
  return { from: Math.max(0, at - around - more.before), to: Math.min(total, at + around + 1 + more.after) }
}

/** The window stays where it is until what is looked at (-1 = nothing) leaves it, so that cards do not slide under the hand. */
export function keptCentre(window: CardWindow, centre: number, looked: number): number {
  return looked === -1 || (looked >= window.from && looked < window.to) ? centre : looked
}

/** The indices to show: the window, and what is looked at even where the window has not come to it yet. */
export function shownCards({ from, to }: CardWindow, looked: number): number[] {
  const shown = Array.from({ length: to - from }, (_, index) => from + index)
  if (looked === -1 || (looked >= from && looked < to)) return shown
  return looked < from ? [looked, ...shown] : [...shown, looked]
}

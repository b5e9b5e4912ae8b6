'use client'
import type { Tone } from './badge'

export type ToastOptions = {
  tone?: Exclude<Tone, 'accent'>
  body?: string
  /** One thing to do about it, such as undo. It must be possible elsewhere too: a toast goes away. */
  action?: { label: string; onPress: () => void }
  /** Infinity stays until dismissed. */
  durationMs?: number
  /** The same id replaces the toast that has it. */
  id?: string
}

let announce: () => void = () => {}
const there = new Promise<void>((resolve) => {
  announce = resolve
})
/** Called by the Toaster once it can show something; toasts wait for it. */
export const toasterIsThere = () => announce()

let count = 0

/** A passing message at the edge of the page, announced politely. Returns what dismissToast takes. */
export function toast(message: string, { tone = 'neutral', body, action, durationMs, id }: ToastOptions = {}): string {
  const shownAs = id ?? `toast-${(count += 1)}`
  const show = async () => {
    await there
    const { toast: sonner } = await import('sonner')
    const say = { neutral: sonner, good: sonner.success, warn: sonner.warning, danger: sonner.error }[tone]
    say(message, {
      id: shownAs,
      duration: durationMs ?? (action ? 10_000 : 5_000),
      ...(body !== undefined ? { description: body } : {}),
      ...(action ? { action: { label: action.label, onClick: action.onPress } } : {}),
    })
  }
  void show()
  return shownAs
}

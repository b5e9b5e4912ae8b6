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
/** `count`: how many were said before it; another one where an id is said again. */
export type Toast = Required<Pick<ToastOptions, 'tone' | 'durationMs' | 'id'>> & Pick<ToastOptions, 'body' | 'action'> & { message: string; count: number }

/** More would cover the work. */
const mostShown = 3

let shown: readonly Toast[] = []
let count = 0
const watchers = new Set<() => void>()

function show(next: readonly Toast[]): void {
  shown = next
  for (const changed of watchers) changed()
}

/** A passing message at the edge of the page, announced politely. Returns what dismissToast takes. */
export function toast(message: string, { tone = 'neutral', durationMs, id, ...rest }: ToastOptions = {}): string {
  count += 1
  const said = { ...rest, message, tone, durationMs: durationMs ?? (rest.action ? 10_000 : 5_000), id: id ?? `toast-${count}`, count }
  show([...shown.filter((other) => other.id !== said.id), said].slice(-mostShown))
  return said.id
}

export const dismissToast = (id: string): void => show(shown.filter((other) => other.id !== id))

/** What is to be seen now, the newest last; said before a page can show it, it waits here. */
export const toasts = {
  subscribe(changed: () => void): () => void {
    watchers.add(changed)
    return () => void watchers.delete(changed)
  },
  now: (): readonly Toast[] => shown,
}

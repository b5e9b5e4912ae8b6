'use client'
import { toast as sonner } from 'sonner'
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

const kinds = { neutral: sonner, good: sonner.success, warn: sonner.warning, danger: sonner.error } as const

/** A passing message at the edge of the page, announced politely. Returns what dismissToast takes. */
export function toast(message: string, { tone = 'neutral', body, action, durationMs, id }: ToastOptions = {}) {
  return kinds[tone](message, {
    ...(body !== undefined ? { description: body } : {}),
    ...(action ? { action: { label: action.label, onClick: action.onPress } } : {}),
    duration: durationMs ?? (action ? 10_000 : 5_000),
    ...(id !== undefined ? { id } : {}),
  })
}

export const dismissToast = (id: string | number) => void sonner.dismiss(id)

'use client'
import { Check, CloudOff, Loader, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SaveState } from './draft-sync'

const icons = {
  saved: Check,
  pending: Loader,
  saving: Loader,
  offline: CloudOff,
  unkept: TriangleAlert,
  'signed-out': TriangleAlert,
  conflict: TriangleAlert,
  gone: TriangleAlert,
  'handed-in': TriangleAlert,
  refused: TriangleAlert,
} as const

/** Where the work is at this moment, always in view. Only what needs the person's attention is announced. */
export function SaveMark({ state }: { state: SaveState }) {
  const t = useTranslations('work.state')
  const Icon = icons[state]
  const calm = state === 'saved' || state === 'pending' || state === 'saving'
  return (
    <span
      data-save-state={state}
      className={`inline-flex items-center gap-1.5 text-sm whitespace-nowrap ${calm ? 'text-ink-soft' : 'font-medium text-warn'}`}
    >
      <Icon size={15} aria-hidden className={state === 'saving' ? 'animate-spin motion-reduce:animate-none' : ''} />
      <span aria-hidden={!calm}>{t(state)}</span>
      {/* Always there, or its words would not be heard when they come. */}
      <span role="status" className="sr-only">
        {calm ? '' : t(state)}
      </span>
    </span>
  )
}

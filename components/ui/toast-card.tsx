'use client'
import clsx from 'clsx'
import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from './button'
import type { Toast } from './toast'

const marks = { neutral: null, good: [CircleCheck, 'text-good'], warn: [TriangleAlert, 'text-warn'], danger: [CircleAlert, 'text-danger'] } as const

/** One toast, as long as it lasts; time stands still for it while `paused` and while nobody looks at the page. */
export function ToastCard({ toast, paused, dismiss, dismissLabel }: { toast: Toast; paused: boolean; dismiss: () => void; dismissLabel: string }) {
  const { message, body, action, tone } = toast
  useExpiry(toast.durationMs, paused, dismiss)
  const [Icon, colour] = marks[tone] ?? [null, '']
  return (
    <li
      data-toast
      className="float-in pointer-events-auto flex items-start gap-3 rounded-lg border border-line bg-surface py-3 ps-4 pe-2 text-ink shadow-float"
    >
      {Icon && <Icon aria-hidden size={18} className={clsx('mt-1 shrink-0', colour)} />}
      <div className="min-w-0 flex-1 py-0.5">
        <p className="text-base font-medium">{message}</p>
        {body && <p className="text-sm text-ink-soft">{body}</p>}
      </div>
      {action && (
        <Button
          variant="primary"
          size="small"
          onClick={() => {
            action.onPress()
            dismiss()
          }}
        >
          {action.label}
        </Button>
      )}
      <Button variant="plain" size="small" aria-label={dismissLabel} className="w-7 shrink-0 px-0! pointer-coarse:w-9" onClick={dismiss}>
        <X aria-hidden size={16} />
      </Button>
    </li>
  )
}

function useExpiry(durationMs: number, paused: boolean, onEnd: () => void): void {
  const leftMs = useRef(durationMs)
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    if (paused || leftMs.current === Infinity) return
    let began = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      timer = undefined
      leftMs.current -= performance.now() - began
    }
    const look = () => {
      stop()
      if (document.hidden) return
      began = performance.now()
      timer = setTimeout(() => end(), leftMs.current)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', look)
    }
  }, [paused])
}

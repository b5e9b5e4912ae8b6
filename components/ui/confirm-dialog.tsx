'use client'
import { useTranslations } from 'next-intl'
import { AlertDialog as Primitive } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { Button } from './button'
import { passStyleNonce } from './pass-style-nonce'
import { useReturnedFocus } from './use-returned-focus'

passStyleNonce()

/** "Are you sure?", for what cannot be taken back. Stays open, busy, until `onConfirm` has settled; open if it throws. */
export function ConfirmDialog({
  open,
  onOpenChange,
  trigger,
  title,
  body,
  confirmLabel,
  cancelLabel,
  tone = 'danger',
  blockedBecause,
  onConfirm,
  children,
}: {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  trigger?: ReactNode
  title: ReactNode
  /** What will happen. */
  body: ReactNode
  confirmLabel: string
  cancelLabel?: string
  tone?: 'danger' | 'primary'
  /** Such as a reason that is still to be written. */
  blockedBecause?: string | undefined
  onConfirm: () => void | Promise<void>
  /** Fields between the body and the buttons. */
  children?: ReactNode
}) {
  const t = useTranslations('common')
  const returned = useReturnedFocus()
  const [ownOpen, setOwnOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const change = (next: boolean) => {
    if (pending) return
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  const confirm = async () => {
    setPending(true)
    try {
      await onConfirm()
      setOwnOpen(false)
      onOpenChange?.(false)
    } finally {
      setPending(false)
    }
  }
  return (
    <Primitive.Root open={open ?? ownOpen} onOpenChange={change}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Primitive.Content {...(trigger ? {} : returned)} className="dialog-middle float-in fixed z-40 grid max-h-[calc(100dvh-1.5rem)] w-[min(28rem,calc(100vw-1.5rem))] gap-3 overflow-y-auto rounded-lg border border-line bg-surface p-5 shadow-float">
          <Primitive.Title className="font-serif text-xl font-semibold">{title}</Primitive.Title>
          <Primitive.Description asChild>
            <div className="text-base text-ink-soft">{body}</div>
          </Primitive.Description>
          {children}
          <div className="mt-2 flex flex-wrap justify-end gap-2">
            <Primitive.Cancel asChild>
              <Button disabled={pending}>{cancelLabel ?? t('cancel')}</Button>
            </Primitive.Cancel>
            <Button variant={tone} pending={pending} blockedBecause={blockedBecause} onClick={() => void confirm()}>
              {confirmLabel}
            </Button>
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

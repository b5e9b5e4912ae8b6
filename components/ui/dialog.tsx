'use client'
import clsx from 'clsx'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { buttonClasses } from './button-classes'
import { passStyleNonce } from './pass-style-nonce'
import { useReturnedFocus } from './use-returned-focus'

passStyleNonce()

/** A task apart from the page. Give `open` and `onOpenChange`, or a `trigger` and let it open itself. */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  footer,
  size = 'medium',
  children,
}: {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  trigger?: ReactNode
  title: ReactNode
  description?: ReactNode
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large' | 'sheet'
  children?: ReactNode
}) {
  const t = useTranslations('common')
  const returned = useReturnedFocus()
  const place = {
    small: 'dialog-middle w-[min(26rem,calc(100vw-1.5rem))]',
    medium: 'dialog-middle w-[min(36rem,calc(100vw-1.5rem))]',
    large: 'dialog-middle w-[min(60rem,calc(100vw-1.5rem))]',
    sheet: 'inset-y-0 end-0 w-[min(34rem,100vw)] rounded-none! border-y-0! border-e-0! max-h-none!',
  }[size]
  return (
    <Primitive.Root {...(open !== undefined ? { open } : {})} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Primitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          {...(trigger ? {} : returned)}
          className={clsx(
            'float-in fixed z-40 flex max-h-[min(46rem,calc(100dvh-1.5rem))] flex-col rounded-lg border border-line bg-surface shadow-float',
            place,
          )}
        >
          <header className="px-5 pt-4 pe-14 pb-3">
            <Primitive.Title className="font-serif text-xl font-semibold">{title}</Primitive.Title>
            {description && (
              <Primitive.Description className="mt-1 text-base text-ink-soft">{description}</Primitive.Description>
            )}
          </header>
          {children && <div className="min-h-0 grow overflow-y-auto px-5 py-1 pb-5">{children}</div>}
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 rounded-b-lg border-t border-line bg-paper px-5 py-3">
              {footer}
            </footer>
          )}
          {/* Last, so that the keyboard begins with the work and not with leaving it. */}
          <Primitive.Close
            aria-label={t('close')}
            className={clsx(buttonClasses('plain', 'small'), 'absolute end-3 top-3.5 w-8')}
          >
            <X size={18} aria-hidden />
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

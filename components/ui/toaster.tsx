'use client'
import { useTranslations } from 'next-intl'
import { useEffect, type CSSProperties } from 'react'
import { Toaster as Sonner } from 'sonner'
import { toasterIsThere } from './toast'

const tokens = {
  '--normal-bg': 'var(--surface)',
  '--normal-text': 'var(--ink)',
  '--normal-border': 'var(--line)',
  '--border-radius': '10px',
  fontFamily: 'inherit',
} as CSSProperties

/** Where toasts appear; once, in the root layout. Alt+T moves there. */
export function Toaster() {
  const t = useTranslations('common')
  useEffect(toasterIsThere, [])
  return (
    <Sonner
      style={tokens}
      position="bottom-right"
      containerAriaLabel={t('notifications')}
      closeButton={false}
      toastOptions={{
        classNames: {
          title: 'text-base! font-medium!',
          description: 'text-sm! text-ink-soft!',
          success: '[&_[data-icon]]:text-good',
          warning: '[&_[data-icon]]:text-warn',
          error: '[&_[data-icon]]:text-danger',
          actionButton: 'bg-accent! text-on-accent! min-h-7! rounded-md! text-sm! px-3!',
        },
      }}
    />
  )
}

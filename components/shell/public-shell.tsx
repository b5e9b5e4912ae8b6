import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OfflineBanner } from '@/components/ui/offline-banner'
import { Brand } from './brand'
import { LanguageMenu } from './language-menu'
import type { Keep } from './remember'
import { SkipLink } from './skip-link'
import { ThemeMenu } from './theme-menu'

/** The frame of pages without a person: signing in, invitations, not found. */
export function PublicShell({ keep, children }: { keep: Keep; children: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="flex h-14 items-center gap-1 px-4 sm:px-6">
        <Brand href="/" className="me-auto" />
        <LanguageMenu keep={keep} />
        <ThemeMenu keep={keep} />
      </header>
      <OfflineBanner />
      <main id="content" tabIndex={-1} className="flex grow flex-col justify-center px-4 py-10 outline-none">
        {children}
      </main>
      <footer className="px-6 py-5 text-center text-sm text-ink-faint">{t('tagline')}</footer>
    </div>
  )
}

'use client'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { registerWorker } from '@/components/offline/register-worker'
import { tellWorker } from '@/components/offline/tell-worker'
import type { PaletteGroup } from '@/components/ui/command-palette'
import { Kbd } from '@/components/ui/kbd'
import { OfflineBanner } from '@/components/ui/offline-banner'
import type { ShortcutGroup } from '@/components/ui/shortcut-sheet'
import { toast } from '@/components/ui/toast'
import { useShortcut } from '@/components/ui/use-shortcut'
import { AccountMenu } from './account-menu'
import { Brand } from './brand'
import { LanguageMenu } from './language-menu'
import { currentOffers } from './offers'
import { PhoneMenu } from './phone-menu'
import { PlaceNav } from './place-nav'
import type { PlaceLink } from './places'
import type { Keep } from './remember'
import { SkipLink } from './skip-link'
import { ThemeMenu } from './theme-menu'
import { useUnattended } from './use-unattended'

// Fetched when first opened.
const CommandPalette = lazy(() =>
  import('@/components/ui/command-palette').then((m) => ({ default: m.CommandPalette })),
)
// Unasked, on every page but the workbenches: where it cannot be fetched, the page goes on without it.
const WaitingWork = lazy(() =>
  import('@/components/work/waiting-work').then(
    (m) => ({ default: m.WaitingWork }),
    () => ({ default: () => null }),
  ),
)
const ShortcutSheet = lazy(() => import('@/components/ui/shortcut-sheet').then((m) => ({ default: m.ShortcutSheet })))

export type AppShellProps = {
  person: { id: string; name: string; email: string }
  /** Only those that this person has. */
  places: readonly PlaceLink[]
  homeHref: string
  accountHref: string
  /** Such as a StudyContext. */
  context?: ReactNode
  /** More than the places: studies, items, settings. Pages add their own with useOffer. */
  commands?: readonly PaletteGroup[]
  signOut: () => Promise<void>
  keep: Keep
  children: ReactNode
}

/** The frame of every signed-in page: top bar, palette, shortcut sheet, main. */
export function AppShell({
  person,
  places,
  homeHref,
  accountHref,
  context,
  commands = [],
  signOut,
  keep,
  children,
}: AppShellProps) {
  const t = useTranslations()
  const [paletteOpen, setPaletteOpen] = useState(false)
  const [sheetOpen, setSheetOpen] = useState(false)
  const unattended = useUnattended()
  useEffect(() => registerWorker(person.id), [person.id])
  useShortcut('mod+k', () => setPaletteOpen((open) => !open), { inDialogs: true })
  useShortcut('?', () => setSheetOpen(true))
  // A whole new page: nothing of this person stays in memory for the next one.
  const left = () => {
    tellWorker({ only: null })
    window.location.assign(homeHref)
  }
  const leave = () => void signOut().then(left, () => toast(t('refusals.offline'), { tone: 'danger' }))

  const groups = (): PaletteGroup[] => [
    ...currentOffers().flatMap((offer) => offer.commands ?? []),
    {
      heading: t('common.palette.places'),
      entries: [
        ...places.map(({ place, href }) => ({ id: `place-${place}`, label: t(`shell.places.${place}`), href })),
        { id: 'place-account', label: t('shell.accountSettings'), href: accountHref },
      ],
    },
    ...commands,
    {
      heading: t('common.palette.actions'),
      entries: [
        { id: 'action-shortcuts', label: t('shell.shortcuts'), shortcut: '?', onSelect: () => setSheetOpen(true) },
        { id: 'action-sign-out', label: t('shell.signOut'), onSelect: leave },
      ],
    },
  ]
  const shortcuts = (): ShortcutGroup[] => [
    ...currentOffers().flatMap((offer) => offer.shortcuts ?? []),
    {
      title: t('common.shortcuts.general'),
      shortcuts: [
        { keys: 'mod+k', label: t('common.shortcuts.palette') },
        { keys: '?', label: t('common.shortcuts.sheet') },
        { keys: 'escape', label: t('common.shortcuts.close') },
      ],
    },
  ]
  const both = { person, accountHref, onShortcuts: () => setSheetOpen(true), onSignOut: leave }
  return (
    <div className="flex min-h-dvh flex-col" data-person={person.id}>
      <SkipLink />
      <header className="sticky top-0 z-30 border-b border-line bg-paper print:hidden">
        <div className="flex h-14 items-stretch gap-3 px-4 sm:px-6">
          <Brand href={homeHref} className="shrink-0 self-center" />
          <PlaceNav places={places} className="hidden md:block" />
          {context && <div className="flex min-w-0 items-center border-s border-line ps-3">{context}</div>}
          <div className="ms-auto flex shrink-0 items-center gap-1">
            <button
              type="button"
              onClick={() => setPaletteOpen(true)}
              className="hidden min-h-9 lg:me-2 items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-sm text-ink-soft hover:border-edge md:inline-flex"
            >
              <Search size={15} aria-hidden />
              <span className="max-lg:sr-only">{t('shell.palette')}</span>
              <Kbd keys="mod+k" className="max-lg:hidden" />
            </button>
            <span className="hidden items-center gap-1 md:inline-flex">
              <LanguageMenu keep={keep} />
              <ThemeMenu keep={keep} />
              <AccountMenu {...both} />
            </span>
            <span className="inline-flex md:hidden">
              <PhoneMenu {...both} places={places} keep={keep} onPalette={() => setPaletteOpen(true)} />
            </span>
          </div>
        </div>
      </header>
      <OfflineBanner />
      <Suspense fallback={null}>
        {unattended && <WaitingWork personId={person.id} />}
      </Suspense>
      <main id="content" tabIndex={-1} className="flex min-w-0 grow flex-col outline-none">
        {children}
      </main>
      <Suspense fallback={null}>
        {paletteOpen && <CommandPalette open onOpenChange={setPaletteOpen} groups={groups()} />}
        {sheetOpen && <ShortcutSheet open onOpenChange={setSheetOpen} groups={shortcuts()} />}
      </Suspense>
    </div>
  )
}

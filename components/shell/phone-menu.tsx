'use client'
import { Keyboard, LogOut, Menu as Lines, Search, UserRound } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { MenuEntry } from '@/components/ui/menu-entry'
import { isIn, type PlaceLink } from './places'
import type { Keep } from './remember'
import { useLanguageEntries } from './use-language-entries'
import { useThemeEntries } from './use-theme-entries'

/** Everything of the top bar in one menu, where the screen is narrow. */
export function PhoneMenu({
  person,
  places,
  accountHref,
  keep,
  onPalette,
  onShortcuts,
  onSignOut,
}: {
  person: { name: string; email: string }
  places: readonly PlaceLink[]
  accountHref: string
  keep: Keep
  onPalette: () => void
  onShortcuts: () => void
  onSignOut: () => void
}) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const languages = useLanguageEntries(keep)
  const themes = useThemeEntries(keep)
  const entries: MenuEntry[] = [
    ...places.map(({ place, href, waiting }): MenuEntry => ({
      kind: 'link',
      label: t(`places.${place}`),
      href,
      current: isIn(pathname, href),
      ...(waiting ? { note: <span className="text-sm text-accent">{t('waiting', { count: waiting })}</span> } : {}),
    })),
    { kind: 'separator' },
    { kind: 'action', label: t('palette'), onSelect: onPalette, icon: <Search size={16} aria-hidden /> },
    { kind: 'action', label: t('shortcuts'), onSelect: onShortcuts, icon: <Keyboard size={16} aria-hidden /> },
    { kind: 'heading', label: t('language') },
    ...languages,
    { kind: 'heading', label: t('theme') },
    ...themes,
    { kind: 'heading', label: person.email },
    { kind: 'link', label: t('accountSettings'), href: accountHref, icon: <UserRound size={16} aria-hidden /> },
    { kind: 'action', label: t('signOut'), onSelect: onSignOut, icon: <LogOut size={16} aria-hidden /> },
  ]
  return <Menu trigger={(props) => <IconButton {...props} label={t('menu')} icon={<Lines size={20} aria-hidden />} />} entries={entries} />
}

'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import type { MenuEntry } from '@/components/ui/menu-entry'
import { isTheme, themes, type Theme } from '@/lib/preferences'
import { remember, type Keep } from './remember'

const icons = { system: Monitor, light: Sun, dark: Moon } as const
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const current = (): Theme => {
  const value = document.documentElement.dataset.theme
  return isTheme(value) ? value : 'system'
}
const choose = (theme: Theme, keep: Keep) => {
  document.documentElement.dataset.theme = theme
  remember('theme', theme)
  for (const listener of listeners) listener()
  // Offline it stays with this browser.
  keep({ theme }).catch(() => {})
}

/** Light, dark or as the system, as menu choices; the <html> element holds the truth. */
export function useThemeEntries(keep: Keep): MenuEntry[] {
  const t = useTranslations('shell.themes')
  const theme = useSyncExternalStore(subscribe, current, () => 'system' as const)
  return themes.map((one) => {
    const Icon = icons[one]
    return {
      kind: 'choice',
      label: t(one),
      icon: <Icon size={16} aria-hidden />,
      checked: one === theme,
      onSelect: () => choose(one, keep),
    }
  })
}

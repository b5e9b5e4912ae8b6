'use client'
import { SunMoon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { Keep } from './remember'
import { useThemeEntries } from './use-theme-entries'

/** Light, dark, or as the system. */
export function ThemeMenu({ keep }: { keep: Keep }) {
  const t = useTranslations('shell')
  return (
    <Menu
      trigger={(props) => <IconButton {...props} label={t('theme')} icon={<SunMoon size={18} aria-hidden />} />}
      entries={useThemeEntries(keep)}
    />
  )
}

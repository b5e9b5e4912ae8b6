'use client'
import { Languages } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { Keep } from './remember'
import { useLanguageEntries } from './use-language-entries'

/** The language of the interface. */
export function LanguageMenu({ keep }: { keep: Keep }) {
  const t = useTranslations('shell')
  return (
    <Menu
      trigger={(props) => <IconButton {...props} label={t('language')} icon={<Languages size={18} aria-hidden />} />}
      entries={useLanguageEntries(keep)}
    />
  )
}

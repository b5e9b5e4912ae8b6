'use client'
import { Languages } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { Locale } from '@/lib/locale'
import { useLanguageEntries } from './use-language-entries'

/** The language of the interface. */
export function LanguageMenu({ keep }: { keep?: ((locale: Locale) => Promise<void>) | undefined }) {
  const t = useTranslations('shell')
  return (
    <Menu
      trigger={<IconButton label={t('language')} icon={<Languages size={18} aria-hidden />} />}
      entries={useLanguageEntries(keep)}
    />
  )
}

'use client'
import { useLocale } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import type { MenuEntry } from '@/components/ui/menu-entry'
import { locales, type Locale } from '@/lib/locale'
import { remember, type Keep } from './remember'

/** Each language calls itself by its own name. */
const ownNames: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' }

/** The languages as menu choices; choosing one rewrites the page in place, with nothing typed lost. */
export function useLanguageEntries(keep: Keep): MenuEntry[] {
  const current = useLocale()
  const router = useRouter()
  const [, begin] = useTransition()
  const choose = (locale: Locale) =>
    begin(async () => {
      remember('locale', locale)
      // Offline it stays with this browser.
      await keep({ locale }).catch(() => {})
      router.refresh()
    })
  return locales.map((locale) => ({
    kind: 'choice',
    label: ownNames[locale],
    lang: locale,
    checked: locale === current,
    onSelect: () => choose(locale),
  }))
}

import { useLocale } from 'next-intl'

/** Chinese is told apart by script, as its readers do, not by country. */
const byScript: Record<string, string> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' }

/** The name of a language (BCP 47 tag) in the person's own; the tag itself where it has none. */
export function useLanguageName(): (tag: string) => string {
  const locale = useLocale()
  return (tag) => {
    try {
      return new Intl.DisplayNames([locale], { type: 'language' }).of(byScript[tag] ?? tag) ?? tag
    } catch {
      return tag
    }
  }
}

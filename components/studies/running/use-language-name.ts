import { useLocale } from 'next-intl'

/** A language tag in the person's language; the tag itself where it names none. */
export function useLanguageName(): (tag: string) => string {
  const names = new Intl.DisplayNames([useLocale()], { type: 'language', fallback: 'code' })
  return (tag) => {
    try {
      return names.of(tag) ?? tag
    } catch {
      return tag
    }
  }
}

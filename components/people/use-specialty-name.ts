import { useMessages, useTranslations } from 'next-intl'

/** The specialties that have a name in every language; any other is shown as it was written. */
export function useSpecialtyName(): { nameOf: (code: string) => string; known: string[] } {
  const t = useTranslations('people.specialties')
  const known = Object.keys(useMessages().people.specialties)
  return { nameOf: (code) => (t.has(code as never) ? t(code as never) : code), known }
}

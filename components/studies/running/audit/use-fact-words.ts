import { useFormatter, useLocale, useMessages, useTranslations } from 'next-intl'
import { useLanguageName } from '@/components/people/use-language-name'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import type { FactWords } from './said-facts'

/** What facts on record are told with, in the person's language. */
export function useFactWords(): FactWords {
  const t = useTranslations() as unknown as FactWords['t']
  const format = useFormatter()
  const { nameOf } = useSpecialtyName()
  return { messages: useMessages(), t, locale: useLocale(), number: (value) => format.number(value, { maximumFractionDigits: 20 }), list: (values) => format.list([...values]), languageName: useLanguageName(), specialtyName: nameOf }
}

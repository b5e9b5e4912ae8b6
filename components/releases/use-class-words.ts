import { useTranslations } from 'next-intl'
import { useLanguageName } from '@/components/people/use-language-name'
import { useSpecialtyName } from '@/components/people/use-specialty-name'

const tag = 'tag:'

/** How releases are told of by class: a field's name, and a value's in it. What is a study's own (error types, tags) keeps its code. */
export function useClassWords() {
  const t = useTranslations('releases.classes')
  const { nameOf: specialtyName } = useSpecialtyName()
  const languageName = useLanguageName()
  const known = (key: string, otherwise: string) => (t.has(key as never) ? t(key as never) : otherwise)
  return {
    fieldName: (field: string): string => (field.startsWith(tag) ? t('tag', { name: field.slice(tag.length) }) : known(`fields.${field}`, field)),
    valueName: (field: string, value: string): string =>
      field === 'specialty' ? specialtyName(value) : field === 'language' ? languageName(value) : known(`values.${field}.${value}`, value),
  }
}

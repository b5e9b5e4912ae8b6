import { useLocale } from 'next-intl'
import { useLanguageName } from '@/components/people/use-language-name'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import { axisName } from '@/lib/tasks/rubric/axes'

/** A group of a facet in words: specialties, languages and the axes of public sets have names, everything else is called what it is. */
export function useGroupName(): (facet: string, group: string) => string {
  const locale = useLocale()
  const { nameOf } = useSpecialtyName()
  const languageName = useLanguageName()
  return (facet, group) => {
    if (facet === 'specialty') return nameOf(group)
    if (facet === 'language') return languageName(group)
    return facet === 'axis' ? axisName(group, locale) : group
  }
}

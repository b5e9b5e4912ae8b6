import { useLanguageName } from '@/components/people/use-language-name'
import { useSpecialtyName } from '@/components/people/use-specialty-name'

/** A group of a facet in words: specialties and languages have names, everything else is called what it is. */
export function useGroupName(): (facet: string, group: string) => string {
  const { nameOf } = useSpecialtyName()
  const languageName = useLanguageName()
  return (facet, group) => (facet === 'specialty' ? nameOf(group) : facet === 'language' ? languageName(group) : group)
}

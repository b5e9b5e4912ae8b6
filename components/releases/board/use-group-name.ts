import { useLocale } from 'next-intl'
import { useLanguageName } from '@/components/people/use-language-name'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import { axisName } from '@/lib/tasks/rubric/axes'

/** A group of a facet in words: specialties, languages and axes (a study's own, and those of public sets) have names, everything else is called what it is. */
export function useGroupName(axes: readonly NamedAxis[] = []): (facet: string, group: string) => string {
  const locale = useLocale()
  const { nameOf } = useSpecialtyName()
  const languageName = useLanguageName()
  return (facet, group) => {
    if (facet === 'specialty') return nameOf(group)
    if (facet === 'language') return languageName(group)
    return facet === 'axis' || facet === 'tiedAxes' ? axisName(group, locale, axes) : group
  }
}

import { useLocale, useTranslations } from 'next-intl'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import { axisName } from '@/lib/tasks/rubric/axes'

/** What readers were compared on, in words: an axis by its name (a study's own goes before what every study has), anything else as it is called. */
export function useCompared(axes: readonly NamedAxis[] = []): (of: string) => string {
  const t = useTranslations('releases.facts.ofs')
  const locale = useLocale()
  return (of) => (!axes.some(({ code }) => code === of) && t.has(of as never) ? t(of as never) : axisName(of, locale, axes))
}

import { useLocale, useTranslations } from 'next-intl'
import type { Fact } from '@/components/protocol/fact-list'
import type { Form } from '@/lib/tasks/preference/form'

/** What a form of this task says, one line each. */
export function useFormFacts() {
  const t = useTranslations('preference.form')
  const locale = useLocale()
  return (form: unknown): Fact[] => {
    const { provisional, axes, strength, tie, allBad, rationale } = form as Form
    const yes = (is: boolean) => t(is ? 'yes' : 'no')
    return [
      ...(provisional ? [{ key: 'provisional', label: t('provisional'), value: t('yes') }] : []),
      ...axes.map(({ code, name, definition, required }) => ({ key: `axis ${code}`, label: t('axis', { code }), value: `${name[locale]}, ${t(required ? 'obligations.required' : 'obligations.optional')}\n${definition[locale]}` })),
      { key: 'order', label: t('order'), value: axes.map(({ name }) => name[locale]).join(' · ') || '–' },
      { key: 'strength', label: t('strength'), value: strength ? strength.levels.map((level, nth) => `${nth + 1}. ${level[locale]}`).join(' · ') : t('no') },
      { key: 'tie', label: t('tie'), value: yes(tie) },
      { key: 'allBad', label: t('allBad'), value: yes(allBad) },
      { key: 'rationale', label: t('rationale'), value: t(`obligations.${rationale}`) },
    ]
  }
}

import { useLocale, useTranslations } from 'next-intl'
import type { Form } from '@/lib/tasks/preference/form'
import type { Choice } from '@/lib/tasks/preference/judgment'

/** A choice in words; `ids` are the responses in the order they are numbered in. */
export function ChoiceWords({ choice, form, ids }: { choice: Choice | null; form: Form | null; ids: readonly string[] }) {
  const t = useTranslations('preference')
  const locale = useLocale()
  if (!choice) return <span className="text-ink-faint">{t('notAnswered')}</span>
  if (choice.pick !== 'response') return t(choice.pick === 'tie' ? 'tie' : 'allBad')
  const level = choice.strength === null ? null : (form?.strength?.levels[choice.strength - 1]?.[locale] ?? String(choice.strength))
  return (
    <>
      {t('response', { number: ids.indexOf(choice.response ?? '') + 1 })}
      {level && <span className="text-ink-soft"> · {level}</span>}
    </>
  )
}

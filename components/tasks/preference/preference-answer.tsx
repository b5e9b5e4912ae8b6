import { useLocale, useTranslations } from 'next-intl'
import type { AnswerProps } from '@/components/tasks/task-answers'
import type { Content } from '@/lib/tasks/preference/content'
import type { Form } from '@/lib/tasks/preference/form'
import type { Draft } from '@/lib/tasks/preference/judgment'
import { ChoiceWords } from './choice-words'

/** An answer to read: overall, axis by axis, and why. Responses are numbered in the item's own order. */
export function PreferenceAnswer({ answer, form: given, content }: AnswerProps) {
  const t = useTranslations('preference')
  const locale = useLocale()
  const { overall, axes, rationale, shown } = answer as Draft
  const form = given as Form | null
  const ids = content ? (content as Content).responses.map(({ id }) => id) : []
  const rows = [
    { code: 'overall', name: t('overall'), choice: overall },
    ...Object.entries(axes).map(([code, choice]) => ({ code, name: form?.axes.find((axis) => axis.code === code)?.name[locale] ?? code, choice })),
  ]
  return (
    <div className="grid gap-2">
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
        {rows.map(({ code, name, choice }) => (
          <div key={code} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd>
              <ChoiceWords {...{ choice, form, ids }} />
            </dd>
          </div>
        ))}
      </dl>
      {rationale && <p className="whitespace-pre-wrap">{rationale}</p>}
      {shown.length > 0 && ids.length > 0 && <p className="text-sm text-ink-faint">{t('shownAs', { order: shown.map((id) => ids.indexOf(id) + 1).join(', ') })}</p>}
    </div>
  )
}

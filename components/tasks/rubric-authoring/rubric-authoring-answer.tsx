import { useLocale, useTranslations } from 'next-intl'
import type { AnswerProps } from '@/components/tasks/task-answers'
import { Badge } from '@/components/ui/badge'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import { criteriaOf } from '@/lib/tasks/rubric-authoring/criteria-of'
import type { Draft } from '@/lib/tasks/rubric-authoring/judgment'
import { ChangesView } from './changes-view'
import { earlierRubrics } from './earlier-rubrics'
import { RubricList } from './rubric-list'

const tones = { pass: 'good', correct: 'warn', reject: 'danger' } as const

/** A rubric that stands, and what it made of the model's draft. */
export function RubricAuthoringAnswer({ answer, form, content: given, language, earlier = [] }: AnswerProps) {
  const t = useTranslations('rubric-authoring')
  const locale = useLocale()
  const draft = answer as Draft
  const content = given as Content | null
  const asked = form as Form | null
  const criteria = criteriaOf(draft, content ?? { draft: null })
  const before = [...earlierRubrics(earlier), ...(content?.draft && draft.review === 'correct' ? [{ kind: 'draft' as const, criteria: content.draft.criteria }] : [])]
  const reasons = draft.reasons.map((code) => asked?.reasons.find((one) => one.code === code)?.name[locale] ?? code)
  return (
    <div className="grid gap-3">
      {draft.review && (
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={tones[draft.review]}>{t(`review.${draft.review}`)}</Badge>
          <span className="text-sm text-ink-soft">{reasons.join(' · ')}</span>
        </p>
      )}
      {draft.review !== 'reject' && <RubricList criteria={criteria} counting={draft.counting} axes={asked?.axes} language={language} />}
      {draft.review !== 'reject' && before.length > 0 && (
        <details>
          <summary className="min-h-6 text-sm text-ink-soft">{t('changes.againstEarlier')}</summary>
          <div className="mt-2">
            <ChangesView earlier={before} now={criteria} byPoints={draft.counting !== 'groups'} />
          </div>
        </details>
      )}
      {draft.note && <p className="whitespace-pre-wrap text-ink-soft">{draft.note}</p>}
    </div>
  )
}

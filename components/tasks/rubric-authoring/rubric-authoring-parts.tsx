'use client'
import { useTranslations } from 'next-intl'
import { fitting } from '@/components/tasks/fitting'
import type { TaskParts } from '@/components/tasks/task-parts'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import { emptyDraft } from '@/lib/tasks/rubric-authoring/empty-draft'
import { fitDraft } from '@/lib/tasks/rubric-authoring/fit-draft'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import type { Draft } from '@/lib/tasks/rubric-authoring/judgment'
import { problems } from '@/lib/tasks/rubric-authoring/problems'
import type { Settings } from '@/lib/tasks/rubric-authoring/settings'
import { RubricAuthoringEditor } from './rubric-authoring-editor'

const noChange = () => {}

/** The task for pages that know only its name: what they hand over was parsed by the server with this task's own schemas. */
export const rubricAuthoringParts: TaskParts = {
  emptyDraft,
  fitDraft: fitting(fitDraft),
  problemsOf: (draft, { content, study, protocol }) =>
    problems(draft as Draft, { content: content as Content, settings: study.settings as Settings, form: protocol.form as Form }),
  Editor: function Editor({ content, draft, settings, protocol: { form, guideline }, onChange = noChange, language, problems: found, attempts, readOnly = false, of = 'judgment', itemId = null }) {
    return (
      <RubricAuthoringEditor
        {...{ language, attempts, readOnly, of, onChange, itemId }}
        content={content as Content}
        draft={draft as Draft}
        settings={settings as Settings}
        protocol={{ guideline, form: form as Form }}
        problems={found}
      />
    )
  },
  Summary: function Summary({ draft }) {
    const t = useTranslations('rubric-authoring')
    const { review, criteria, note } = draft as Draft
    return (
      <>
        {review && `${t(`review.${review}`)}, `}
        {criteria ? t('count', { count: criteria.length }) : t('untouched')}
        {criteria && criteria.length > 0 && ` (${criteria.map(({ text }) => `“${text.slice(0, 40)}”`).join(', ').slice(0, 300)})`}
        {note && ` – ${note.slice(0, 80)}`}
      </>
    )
  }, // prettier-ignore
}

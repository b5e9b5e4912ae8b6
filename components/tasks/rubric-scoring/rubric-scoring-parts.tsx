'use client'
import { useTranslations } from 'next-intl'
import { fitting } from '@/components/tasks/fitting'
import type { TaskParts } from '@/components/tasks/task-parts'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import { emptyDraft } from '@/lib/tasks/rubric-scoring/empty-draft'
import { fitDraft } from '@/lib/tasks/rubric-scoring/fit-draft'
import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'
import { problems } from '@/lib/tasks/rubric-scoring/problems'
import type { Settings } from '@/lib/tasks/rubric-scoring/settings'
import { RubricScoringEditor } from './rubric-scoring-editor'

const noChange = () => {}

/** The task for pages that know only its name: what they hand over was parsed by the server with this task's own schemas. */
export const rubricScoringParts: TaskParts = {
  emptyDraft,
  fitDraft: fitting(fitDraft),
  problemsOf: (draft, { content, study, protocol }) =>
    problems(draft as Draft, { content: content as Content, settings: study.settings as Settings, form: protocol.form as Form }),
  Editor: function Editor({ content, draft, protocol: { form, guideline }, onChange = noChange, language, problems: found, attempts, readOnly = false, of = 'judgment' }) {
    return (
      <RubricScoringEditor
        {...{ language, attempts, readOnly, of, onChange }}
        content={content as Content}
        draft={draft as Draft}
        protocol={{ guideline, form: form as Form }}
        problems={found}
      />
    )
  },
  Summary: function Summary({ draft }) {
    const t = useTranslations('rubric-scoring.summary')
    const { labels, note } = draft as Draft
    const decided = labels.filter(({ label }) => label !== null)
    return (
      <>
        {t('judged', { count: decided.length, violated: decided.filter(({ label }) => label === 'violated').length })}
        {note && ` – ${note.slice(0, 80)}`}
      </>
    )
  },
}

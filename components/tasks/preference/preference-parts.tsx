'use client'
import { useTranslations } from 'next-intl'
import { fitting } from '@/components/tasks/fitting'
import type { TaskParts } from '@/components/tasks/task-parts'
import type { Content } from '@/lib/tasks/preference/content'
import { emptyDraft } from '@/lib/tasks/preference/empty-draft'
import { fitDraft } from '@/lib/tasks/preference/fit-draft'
import type { Form } from '@/lib/tasks/preference/form'
import type { Draft } from '@/lib/tasks/preference/judgment'
import { problems } from '@/lib/tasks/preference/problems'
import type { Settings } from '@/lib/tasks/preference/settings'
import { PreferenceEditor } from './preference-editor'

const noChange = () => {}

/** The task for pages that know only its name: what they hand over was parsed by the server with this task's own schemas. */
export const preferenceParts: TaskParts = {
  emptyDraft,
  fitDraft: fitting(fitDraft),
  problemsOf: (draft, { content, study, protocol }) =>
    problems(draft as Draft, { content: content as Content, settings: study.settings as Settings, form: protocol.form as Form }),
  Editor: function Editor({ content, draft, protocol: { form, guideline }, onChange = noChange, language, problems: found, attempts, readOnly = false }) {
    return (
      <PreferenceEditor
        {...{ language, attempts, readOnly, onChange }}
        content={content as Content}
        draft={draft as Draft}
        protocol={{ guideline, form: form as Form }}
        problems={found}
      />
    )
  },
  Summary: function Summary({ draft }) {
    const t = useTranslations('preference.summary')
    const { overall, rationale } = draft as Draft
    return (
      <>
        {t(overall?.pick ?? 'undecided')}
        {rationale && ` – ${rationale.slice(0, 80)}`}
      </>
    )
  },
}

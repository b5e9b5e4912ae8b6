'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { TaskParts } from '@/components/tasks/task-parts'
import type { Form } from '@/lib/tasks/error-spans/form'
import { emptyDraft } from '@/lib/tasks/error-spans/empty-draft'
import type { Draft } from '@/lib/tasks/error-spans/judgment'
import { problems } from '@/lib/tasks/error-spans/problems'
import type { Settings } from '@/lib/tasks/error-spans/settings'
import { ErrorSpansEditor } from './error-spans-editor'

const noChange = () => {}

/** The task for pages that know only its name: what they hand over was parsed by the server with this task's own schemas. */
export const errorSpansParts: TaskParts = {
  emptyDraft,
  problemsOf: (draft, { text, study, protocol }) =>
    problems(draft as Draft, { content: { text }, settings: study.settings as Settings, form: protocol.form as Form }),
  Editor: function Editor({ draft, protocol, settings, onChange = noChange, ...rest }) {
    const locale = useLocale()
    const { form, guideline } = protocol
    return (
      <ErrorSpansEditor
        {...rest}
        locale={locale}
        protocol={{ guideline, form: form as Form }}
        settings={settings as Settings}
        draft={draft as Draft}
        onChange={onChange}
      />
    )
  },
  Summary: function Summary({ draft }) {
    const t = useTranslations('work.summary')
    const { veracity, spans, note } = draft as Draft
    return (
      <>
        {t(veracity ?? 'undecided')}, {t('spans', { count: spans.length })}
        {spans.length > 0 && ` (${spans.map(({ quote }) => `“${quote.slice(0, 40)}”`).join(', ')})`}
        {note && ` – ${note.slice(0, 80)}`}
      </>
    )
  },
}

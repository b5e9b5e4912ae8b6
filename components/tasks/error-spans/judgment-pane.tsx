'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import type { FieldProblem } from '@/lib/errors'
import type { Locale } from '@/lib/locale'
import type { ErrorType, Form } from '@/lib/tasks/error-spans/form'
import type { Draft, Veracity } from '@/lib/tasks/error-spans/judgment'
import type { Settings } from '@/lib/tasks/error-spans/settings'
import { longestWords } from '@/lib/tasks/error-spans/word-limits'
import type { AnswerOf } from '@/lib/tasks/task'
import type { CommandKeys } from './command-keys'
import { noted, rated, unmarkedAll, type Edit } from './draft-changes'
import { problemAt } from './problem-sentences'
import { ScaleField } from './scale-field'
import type { SpanVerbs } from './span-card'
import { SpanList } from './span-list'
import { TypeButtons } from './type-buttons'
import { VeracityField } from './veracity-field'

const headings = {
  judgment: { writing: 'heading', reading: 'headingReadOnly' },
  verdict: { writing: 'headingVerdict', reading: 'headingVerdict' },
} as const

/** All that is said about the text: veracity first, then the errors, then, in a judgment, how sure. */
export const JudgmentPane = memo(function JudgmentPane({
  draft,
  form,
  settings,
  locale,
  language,
  keys,
  activeId,
  problems,
  readOnly,
  of,
  verbs,
  change,
  onVeracity,
  onType,
}: {
  draft: Draft
  form: Form
  settings: Settings
  locale: Locale
  language: string | null
  keys: CommandKeys
  activeId: string | null
  /** Empty until they are to be shown. */
  problems: readonly FieldProblem[]
  readOnly: boolean
  of: AnswerOf
  verbs: SpanVerbs
  change: (edit: Edit, step?: string | null) => void
  onVeracity: (veracity: Veracity) => void
  onType: (type: ErrorType) => void
}) {
  const t = useTranslations('error-spans.judgment')
  const sentence = useProblemSentence('error-spans')
  const errorAt = (path: string) => sentence(problemAt(problems, path))
  const count = draft.spans.length
  const shown = draft.veracity === 'erroneous' || count > 0
  const contradiction = draft.veracity === 'correct' && count > 0
  const tooMany = settings.errorsPerText === 'exactly-one' && count > 1 && !contradiction
  const spansError = problemAt(problems, 'spans')
  const saidAlready =
    (contradiction && spansError?.code === 'spans-on-correct') || (tooMany && spansError?.code === 'span-only-one')
  const current = draft.spans.find(({ id }) => id === activeId)?.type ?? null
  return (
    <section aria-labelledby="error-spans-judgment" className="min-w-0">
      <h2 id="error-spans-judgment" className="mb-3 flex min-h-7 items-center font-serif text-lg font-semibold">
        {t(headings[of][readOnly ? 'reading' : 'writing'])}
      </h2>
      <div className="grid gap-6">
        <VeracityField
          value={draft.veracity}
          onChange={onVeracity}
          keys={keys}
          error={errorAt('veracity')}
          readOnly={readOnly}
        />
        {contradiction && (
          <Notice
            tone="warn"
            live
            action={
              readOnly ? undefined : (
                <Button size="small" onClick={() => change(unmarkedAll)}>
                  {t('removeAll', { count })}
                </Button>
              )
            }
          >
            {t('contradiction', { count })}
          </Notice>
        )}
        {shown && (
          <div className="grid gap-3" data-field="spans" data-problem={spansError ? true : undefined} tabIndex={-1}>
            {!readOnly && (
              <div>
                <h3 className="mb-1.5 flex items-center gap-2 text-sm font-medium">
                  {t('types')}
                  {form.provisional && (
                    <span title={t('provisionalHint')}>
                      <Badge tone="warn">{t('provisional')}</Badge>
                    </span>
                  )}
                </h3>
                <TypeButtons form={form} locale={locale} current={current} onChoose={onType} grouped />
              </div>
            )}
            <h3 className="mt-1 text-sm font-medium">
              {t('errors')} <span className="font-normal text-ink-soft tabular-nums">{t('count', { count })}</span>
            </h3>
            {tooMany && (
              <Notice tone="warn" live>
                {t('onlyOne', { count })}
              </Notice>
            )}
            {spansError && !saidAlready && (
              <p role="alert" className="text-sm font-medium text-danger">
                {sentence(spansError)}
              </p>
            )}
            <SpanList spans={draft.spans} {...{ form, locale, language, activeId, problems, readOnly, verbs }} />
          </div>
        )}
        {(['difficulty', 'confidence'] as const).map((field) => {
          const scale = of === 'judgment' && form.fields[field]
          const first = field === 'difficulty' || !form.fields.difficulty
          return (
            scale && (
              <ScaleField
                key={field}
                label={readOnly || !first ? t(field) : <>{t(field)} <Kbd keys={keys.rate} /></>}
                levels={scale.levels}
                value={draft[field]}
                onChange={(level) => change(rated(field, level))}
                error={errorAt(field)}
                {...{ locale, readOnly }}
              />
            )
          )
        })}
        {of === 'judgment' && (!readOnly || draft.note !== '') && (
          <Field label={t('note')} hint={t('noteHint')} optional={!readOnly} error={errorAt('note')}>
            {(wires) => (
              <TextArea
                {...wires}
                data-field="note"
                dir="auto"
                rows={1}
                className="min-h-10!"
                readOnly={readOnly}
                maxLength={longestWords}
                value={draft.note}
                onChange={(event) => change(noted(event.target.value), 'note')}
              />
            )}
          </Field>
        )}
      </div>
    </section>
  )
})

'use client'
import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef, useState } from 'react'
import { useNewAttempt } from '@/components/tasks/use-new-attempt'
import { useOffer } from '@/components/shell/offers'
import { focusAtEnd } from '@/components/tasks/focus-at-end'
import { focusFirstProblem } from '@/components/tasks/focus-first-problem'
import { GuidelineDialog } from '@/components/tasks/guideline-dialog'
import { WorkTools } from '@/components/tasks/work-tools'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { useStartOfWork } from '@/components/tasks/use-start-of-work'
import { Badge } from '@/components/ui/badge'
import { Field } from '@/components/ui/field'
import { ProgressBar } from '@/components/ui/progress-bar'
import { TextArea } from '@/components/ui/text-area'
import type { FieldProblem } from '@/lib/errors'
import type { Content } from '@/lib/tasks/preference/content'
import type { Form } from '@/lib/tasks/preference/form'
import type { Draft } from '@/lib/tasks/preference/judgment'
import { openStep, questionPath } from './choices'
import { ComparedResponses } from './compared-responses'
import { PreferringKeys, preferringShortcuts } from './preferring-keys'
import { QuestionFields } from './question-fields'
import { usePreferring } from './use-preferring'

/** Where a physician says which response is better: overall, on each axis, how strongly, and why. Controlled by `draft`. */
export function PreferenceEditor({
  content,
  language,
  protocol,
  draft,
  onChange,
  problems,
  attempts,
  readOnly = false,
}: {
  content: Content
  language: string | null
  protocol: { form: Form; guideline: string }
  draft: Draft
  onChange: (draft: Draft) => void
  problems: readonly FieldProblem[]
  attempts: number
  readOnly?: boolean
}) {
  const t = useTranslations('preference')
  const { form, guideline } = protocol
  const root = useRef<HTMLDivElement>(null)
  const start = useRef<HTMLElement>(null)
  const [guidelineOpen, setGuidelineOpen] = useState(false)
  const { responses } = content
  const preferring = usePreferring({ responses, form, draft, onChange, readOnly })
  const { questions, active, wantedRef } = preferring
  const sentence = useProblemSentence('preference')
  const errorAt = (path: string) => (attempts > 0 ? sentence(problems.find((problem) => problem.path === path)) : undefined)
  const answered = questions.filter((question) => openStep(draft, question, form) === null).length

  // What was asked for by key has the focus as soon as it is on the page.
  useLayoutEffect(() => {
    const want = wantedRef.current
    if (!want) return
    wantedRef.current = null
    const target = root.current?.querySelector<HTMLElement>(want === 'rationale' ? '[data-part=rationale]' : `[data-question="${CSS.escape(questionPath(active))}"]`)
    if (!target) return
    if (want === 'rationale') focusAtEnd(target)
    else target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'nearest' })
  })
  useNewAttempt(attempts, () => root.current && focusFirstProblem(root.current))
  useOffer({ shortcuts: [preferringShortcuts(t, responses.length, form)] })
  useStartOfWork(start, !readOnly)

  return (
    <div ref={root} className="grid gap-x-8 gap-y-5 min-[1000px]:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)] min-[1000px]:items-start">
      <section ref={start} tabIndex={-1} aria-label={t('toJudge')} className="min-w-0 outline-none">
        <ComparedResponses {...{ content, language }} chosen={draft.overall?.response ?? null} />
      </section>
      <section
        aria-labelledby="preference-answer"
        className="grid min-w-0 gap-4 min-[1000px]:sticky min-[1000px]:top-29 min-[1000px]:-m-1 min-[1000px]:max-h-[calc(100dvh-8rem)] min-[1000px]:overflow-y-auto min-[1000px]:p-1"
      >
        <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
          <h2 id="preference-answer" className="me-auto flex items-center gap-2 font-serif text-lg font-semibold">
            {t('heading')}
            {form.provisional && <Badge tone="warn">{t('provisional')}</Badge>}
          </h2>
          <WorkTools history={readOnly ? null : preferring.history} onGuideline={() => setGuidelineOpen(true)} />
        </div>
        {!readOnly && <ProgressBar label={t('progress')} value={answered} max={questions.length} />}
        {questions.map((question) => (
          <QuestionFields key={questionPath(question)} {...{ question, form, responses, readOnly, preferring, errorAt }} />
        ))}
        {(form.rationale !== 'off' || draft.rationale !== '') && (
          <Field label={t('rationale')} hint={readOnly ? undefined : t('rationaleHint')} optional={form.rationale === 'optional' && !readOnly} error={errorAt('rationale')}>
            {(wires) => (
              <TextArea
                {...wires}
                data-part="rationale"
                dir="auto"
                rows={2}
                maxLength={10_000}
                readOnly={readOnly}
                value={draft.rationale}
                onChange={(event) => preferring.explain(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
                  event.preventDefault()
                  preferring.attend(active)
                }}
              />
            )}
          </Field>
        )}
      </section>
      <PreferringKeys preferring={preferring} readOnly={readOnly} />
      <p role="status" className="sr-only">
        {preferring.said}
      </p>
      <GuidelineDialog guideline={guideline} open={guidelineOpen} onOpenChange={setGuidelineOpen} />
    </div>
  )
}

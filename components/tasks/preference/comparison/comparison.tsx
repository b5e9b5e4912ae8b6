'use client'
import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef, useState } from 'react'
import { useOffer } from '@/components/shell/offers'
import { GuidelineDialog } from '@/components/tasks/guideline-dialog'
import { LetterBadge } from '@/components/tasks/letter-badge'
import type { ComparisonProps } from '@/components/tasks/task-comparisons'
import { WorkTools } from '@/components/tasks/work-tools'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { useStartOfWork } from '@/components/tasks/use-start-of-work'
import { Notice } from '@/components/ui/notice'
import type { Content } from '@/lib/tasks/preference/content'
import type { Form } from '@/lib/tasks/preference/form'
import type { Draft } from '@/lib/tasks/preference/judgment'
import type { Point } from '@/lib/tasks/preference/points'
import { questionPath, type Question } from '../choices'
import { ComparedResponses } from '../compared-responses'
import { PreferringKeys, preferringShortcuts } from '../preferring-keys'
import { QuestionFields } from '../question-fields'
import { usePreferring } from '../use-preferring'
import { sorted } from './compared'
import { SaidChoices } from './said-choices'

const noChange = () => {}

/** Where an adjudicator settles a preference: all readings' choices and reasons, question by question; what they agree on is folded. */
export function Comparison({ content: given, language, protocol, readings, points: givenPoints, work, onChange, unusable, problems, attempts, readOnly = false, finish }: ComparisonProps) {
  const t = useTranslations('preference')
  const content = given as Content
  const form = protocol.form as Form
  const draft = work.answer as Draft
  const points = givenPoints as readonly Point[]
  const { responses } = content
  const root = useRef<HTMLDivElement>(null)
  const start = useRef<HTMLElement>(null)
  const [guidelineOpen, setGuidelineOpen] = useState(false)
  const preferring = usePreferring({ responses, form, draft, readOnly, of: 'verdict', onChange: onChange ? (answer) => onChange({ answer, decisions: work.decisions }) : noChange })
  const { questions, active, wantedRef } = preferring
  const sentence = useProblemSentence('preference')
  const errorAt = (path: string) => (attempts > 0 ? sentence(problems.find((problem) => problem.path === path)) : undefined)
  const letters = readings.map(({ letter }) => letter)
  const ids = responses.map(({ id }) => id)
  const { differing, same, unanswered } = sorted(questions, points)

  useLayoutEffect(() => {
    if (wantedRef.current !== 'question') return
    wantedRef.current = null
    const target = root.current?.querySelector<HTMLElement>(`[data-question="${CSS.escape(questionPath(active))}"]`)
    const folded = target?.closest('details')
    if (folded) folded.open = true
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest' })
  })
  useOffer({ shortcuts: [preferringShortcuts(t, responses.length, form)] })
  useStartOfWork(start, !readOnly)

  const asked = (question: Question) => (
    <li key={questionPath(question)} className="grid gap-2">
      <SaidChoices
        {...{ letters, form, ids }}
        choices={points.find(({ axis }) => axis === question)?.choices ?? readings.map(() => null)}
        onTake={readOnly ? null : (choice) => preferring.take(question, choice)}
      />
      <QuestionFields {...{ question, form, responses, readOnly, preferring, errorAt }} />
    </li>
  )
  return (
    <div ref={root} className="grid gap-x-8 gap-y-5 px-4 py-5 sm:px-6 min-[1000px]:grid-cols-[minmax(0,1fr)_minmax(22rem,28rem)] min-[1000px]:items-start">
      <section ref={start} tabIndex={-1} aria-label={t('toJudge')} className="min-w-0 outline-none">
        <ComparedResponses {...{ content, language }} chosen={draft.overall?.response ?? null} />
      </section>
      <section aria-labelledby="compared-preferences" className="grid min-w-0 gap-5">
        <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
          <h2 id="compared-preferences" className="me-auto font-serif text-lg font-semibold">
            {t('comparison.heading', { count: differing.length })}
          </h2>
          <WorkTools history={readOnly ? null : preferring.history} onGuideline={() => setGuidelineOpen(true)} />
        </div>
        {unusable && <Notice tone="warn">{t('comparison.unusable')}</Notice>}
        <section aria-label={t('comparison.reasons')} className="grid gap-2">
          {readings.map(({ letter, answer }) => {
            const { rationale } = answer as Draft
            return (
              <p key={letter} className="flex items-start gap-2">
                <LetterBadge letter={letter} />
                <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{rationale || <span className="text-ink-faint">{t('comparison.noReason')}</span>}</span>
              </p>
            )
          })}
        </section>
        {differing.length > 0 && <ol className="grid gap-5">{differing.map(asked)}</ol>}
        {unanswered.length > 0 && (
          <section aria-labelledby="unanswered-preferences" className="grid gap-3">
            <p id="unanswered-preferences" className="font-medium">
              {t('comparison.unanswered', { count: unanswered.length })}
            </p>
            <ol className="grid gap-5">{unanswered.map(asked)}</ol>
          </section>
        )}
        {same.length > 0 && (
          <details open={differing.length === 0}>
            <summary className="min-h-6 font-medium">{t('comparison.agreedOn', { count: same.length })}</summary>
            <ol className="mt-3 grid gap-5">{same.map(asked)}</ol>
          </details>
        )}
        {finish}
      </section>
      <PreferringKeys preferring={preferring} readOnly={readOnly} />
      <p role="status" className="sr-only">
        {preferring.said}
      </p>
      <GuidelineDialog guideline={protocol.guideline} open={guidelineOpen} onOpenChange={setGuidelineOpen} />
    </div>
  )
}

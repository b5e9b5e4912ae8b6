'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useOffer } from '@/components/shell/offers'
import { GuidelineDialog } from '@/components/tasks/guideline-dialog'
import { useStartOfWork } from '@/components/tasks/use-start-of-work'
import { WorkTools } from '@/components/tasks/work-tools'
import { Field } from '@/components/ui/field'
import { ProgressBar } from '@/components/ui/progress-bar'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { TextArea } from '@/components/ui/text-area'
import type { FieldProblem } from '@/lib/errors'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'
import { showsScores } from '@/lib/tasks/rubric-scoring/shows-scores'
import type { AnswerOf } from '@/lib/tasks/task'
import { saidAt } from './cells'
import { CriterionList } from './criterion-list'
import { openParts } from './open-parts'
import { ResponsePane } from './response-pane'
import { ResponseScores } from './response-scores'
import { ScoringKeys, scoringShortcuts } from './scoring-keys'
import { useNewAttempt } from '@/components/tasks/use-new-attempt'
import { useScoring } from './use-scoring'
import { useWantedFocus } from './use-wanted-focus'

const noProblems: readonly FieldProblem[] = []

/**
 * Where a physician judges responses by their rubric: the response on one side, the criteria on the other, one key a value.
 * Controlled by `draft`; keeps only undo, the order of judging and which criterion is looked at.
 */
export function RubricScoringEditor({
  content,
  language,
  protocol,
  draft,
  onChange,
  problems,
  attempts,
  readOnly = false,
  of = 'judgment',
}: {
  content: Content
  language: string | null
  protocol: { form: Form; guideline: string }
  draft: Draft
  onChange: (draft: Draft) => void
  problems: readonly FieldProblem[]
  attempts: number
  readOnly?: boolean
  of?: AnswerOf
}) {
  const t = useTranslations('rubric-scoring')
  const { form, guideline } = protocol
  const root = useRef<HTMLDivElement>(null)
  const start = useRef<HTMLElement>(null)
  const [guidelineOpen, setGuidelineOpen] = useState(false)
  const scoring = useScoring({ content, form, draft, onChange, readOnly })
  const { cells, way } = scoring
  const open = cells.filter((cell) => openParts(saidAt(draft, cell), form).length > 0)

  useWantedFocus(root, scoring)
  // By the draft itself, and also of a response that is not on the page: what the page knows of problems may be a key press behind.
  useNewAttempt(attempts, () => open[0] && scoring.attend(open[0]))
  useOffer({ shortcuts: [scoringShortcuts(t, content.responses.length)] })
  useStartOfWork(start, !readOnly)

  return (
    <div ref={root} className="grid gap-x-8 gap-y-5 min-[900px]:grid-cols-[minmax(0,1fr)_minmax(22rem,32rem)] min-[900px]:items-start">
      <section
        ref={start}
        aria-label={t('toJudge')}
        tabIndex={0}
        className="min-w-0 -outline-offset-2 min-[900px]:-m-1.5 min-[900px]:rounded-lg min-[900px]:p-1.5 overflow-y-auto max-[899px]:sticky max-[899px]:top-26 max-[899px]:pointer-coarse:top-29 max-[899px]:z-10 max-[899px]:-mx-4 max-[899px]:max-h-[45dvh] max-[899px]:border-b max-[899px]:border-line max-[899px]:bg-paper max-[899px]:px-4 max-[899px]:py-2 min-[900px]:sticky min-[900px]:top-29 min-[900px]:max-h-[calc(100dvh-8rem)]"
      >
        <ResponsePane {...{ content, draft, language, scoring }} openIn={(response) => open.filter((cell) => cell.response === response).length} />
      </section>
      <section aria-labelledby="judged-criteria" className="grid min-w-0 gap-4">
        <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
          <h2 id="judged-criteria" className="me-auto font-serif text-lg font-semibold">
            {t(of === 'verdict' ? 'headingVerdict' : 'heading')}
          </h2>
          <WorkTools history={readOnly ? null : scoring.history} onGuideline={() => setGuidelineOpen(true)} />
        </div>
        {!readOnly && <ProgressBar label={t('progress')} value={cells.length - open.length} max={cells.length} />}
        {content.responses.length > 1 && (
          <SegmentedControl
            size="small"
            label={t('way.label')}
            labelHidden
            value={way}
            onChange={scoring.turn}
            options={(['response', 'criterion'] as const).map((value) => ({ value, label: t(`way.${value}`), ...(value === way ? {} : { shortcut: 'c' }) }))}
          />
        )}
        <CriterionList {...{ content, form, draft, scoring, readOnly, language }} problems={attempts > 0 ? problems : noProblems} />
        {showsScores(content, form) && <ResponseScores content={content} labels={draft.labels} />}
        {of === 'judgment' && (!readOnly || draft.note !== '') && (
          <Field label={t('note')} hint={t('noteHint')} optional={!readOnly}>
            {(wires) => <TextArea {...wires} dir="auto" rows={1} className="min-h-10!" maxLength={10_000} readOnly={readOnly} value={draft.note} onChange={(event) => scoring.note(event.target.value)} />}
          </Field>
        )}
      </section>
      <ScoringKeys {...{ scoring, readOnly }} digits={content.responses.length} onDigit={scoring.toResponse} turns={content.responses.length > 1} />
      <p role="status" className="sr-only">
        {scoring.said}
      </p>
      <GuidelineDialog guideline={guideline} open={guidelineOpen} onOpenChange={setGuidelineOpen} />
    </div>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import { useOffer } from '@/components/shell/offers'
import { GuidelineDialog } from '@/components/tasks/guideline-dialog'
import type { ComparisonProps } from '@/components/tasks/task-comparisons'
import { useStartOfWork } from '@/components/tasks/use-start-of-work'
import { WorkTools } from '@/components/tasks/work-tools'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
import { countsByPoints } from '@/lib/tasks/rubric/counts-by-points'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'
import type { Point } from '@/lib/tasks/rubric-scoring/points'
import { showsScores } from '@/lib/tasks/rubric-scoring/shows-scores'
import { cellPath, cellsOf, sameCell, saidAt } from '../cells'
import { openParts } from '../open-parts'
import { ResponsePane } from '../response-pane'
import { ResponseScores } from '../response-scores'
import { benchShortcuts, ScoringKeys } from '../scoring-keys'
import { useNewAttempt } from '@/components/tasks/use-new-attempt'
import { useScoring } from '../use-scoring'
import { useWantedFocus } from '../use-wanted-focus'
import { PointCard } from './point-card'

const noChange = () => {}

/** Where an adjudicator settles criterion by criterion: all readings with their reasons, one key to take one or to judge anew. What they agree on is folded. */
export function Comparison({ content: given, language, protocol, readings, points: givenPoints, work, onChange, unusable, problems, attempts, readOnly = false, finish }: ComparisonProps) {
  const t = useTranslations('rubric-scoring')
  const content = given as Content
  const form = protocol.form as Form
  const draft = work.answer as Draft
  const root = useRef<HTMLDivElement>(null)
  const start = useRef<HTMLElement>(null)
  const [guidelineOpen, setGuidelineOpen] = useState(false)
  const points = useMemo(() => {
    const known = givenPoints as readonly Point[]
    return cellsOf(content, 'criterion').flatMap((cell) => known.find((point) => sameCell(point, cell)) ?? [])
  }, [content, givenPoints])
  const differing = useMemo(() => points.filter(({ agreed }) => !agreed), [points])
  const agreed = points.filter((point) => point.agreed)
  const decisions = work.decisions
  const change = onChange ? (answer: Draft) => onChange({ answer, decisions }) : noChange
  const scoring = useScoring({ content, form, draft, onChange: change, readOnly, only: differing.length > 0 ? differing : points })
  const { active } = scoring
  const sentence = useProblemSentence('rubric-scoring')
  const letters = readings.map(({ letter }) => letter)
  const byPoints = countsByPoints(content.rubric)
  const open = differing.filter((point) => openParts(saidAt(draft, point), form).length > 0)
  useWantedFocus(root, scoring)
  // By the draft itself, and also of a response that is not on the page: what the page knows of problems may be a key press behind.
  useNewAttempt(attempts, () => open[0] && scoring.attend(open[0]))
  useOffer({ shortcuts: [benchShortcuts(t, letters)] })
  useStartOfWork(start, !readOnly)

  const takeNth = (nth: number) => {
    const readings = active && points.find((point) => sameCell(point, active))?.said
    const said = readings?.[nth]
    if (active && said && !readOnly) scoring.take(active, said, readings)
  }
  const card = (point: Point) => {
    const criterion = scoring.criterionOf.get(point.criterion)
    return (
      criterion && (
        <PointCard
          key={`${point.response} ${point.criterion}`}
          {...{ point, criterion, letters, form, readOnly, language, scoring, byPoints }}
          said={saidAt(draft, point)}
          active={active !== null && sameCell(active, point)}
          errorAt={(part) => (attempts > 0 ? sentence(problems.find(({ path }) => path === (part ? `${cellPath(point)}.${part}` : cellPath(point)))) : undefined)}
        />
      )
    )
  }
  return (
    <div ref={root} className="grid gap-x-8 gap-y-5 px-4 py-5 sm:px-6 min-[900px]:grid-cols-[minmax(0,1fr)_minmax(24rem,36rem)] min-[900px]:items-start">
      <section
        ref={start}
        aria-label={t('toJudge')}
        tabIndex={0}
        className="min-w-0 -m-1.5 rounded-lg p-1.5 -outline-offset-2 overflow-y-auto max-[899px]:max-h-[45dvh] max-[899px]:border-b max-[899px]:border-line min-[900px]:sticky min-[900px]:top-29 min-[900px]:max-h-[calc(100dvh-8rem)]"
      >
        <ResponsePane {...{ content, draft, language, scoring }} openIn={(response) => open.filter((point) => point.response === response).length} />
      </section>
      <section aria-labelledby="compared-criteria" className="grid min-w-0 gap-4">
        <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
          <h2 id="compared-criteria" className="me-auto font-serif text-lg font-semibold">
            {t('comparison.heading', { count: differing.length })}
          </h2>
          <WorkTools history={readOnly ? null : scoring.history} onGuideline={() => setGuidelineOpen(true)} />
        </div>
        {unusable && <Notice tone="warn">{t('comparison.unusable')}</Notice>}
        {!readOnly && differing.length > 0 && <ProgressBar label={t('comparison.progress')} value={differing.length - open.length} max={differing.length} />}
        {differing.length > 0 && <ol className="grid gap-3">{differing.map(card)}</ol>}
        {agreed.length > 0 && (
          <details open={differing.length === 0}>
            <summary className="min-h-6 font-medium">{t('comparison.agreedOn', { count: agreed.length })}</summary>
            <ol className="mt-3 grid gap-3">{agreed.map(card)}</ol>
          </details>
        )}
        {showsScores(content, form) && <ResponseScores content={content} labels={draft.labels} />}
        {finish}
      </section>
      <ScoringKeys {...{ scoring, readOnly }} digits={letters.length} onDigit={takeNth} turns={false} />
      <p role="status" className="sr-only">
        {scoring.said}
      </p>
      <GuidelineDialog guideline={protocol.guideline} open={guidelineOpen} onOpenChange={setGuidelineOpen} />
    </div>
  )
}

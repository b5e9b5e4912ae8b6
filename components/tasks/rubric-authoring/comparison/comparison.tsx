'use client'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import { useComparisonView } from '@/components/tasks/use-comparison-view'
import { useNewAttempt } from '@/components/tasks/use-new-attempt'
import { useOffer } from '@/components/shell/offers'
import { GuidelineDialog } from '@/components/tasks/guideline-dialog'
import { LetterBadge } from '@/components/tasks/letter-badge'
import type { ComparisonProps } from '@/components/tasks/task-comparisons'
import { useHistory } from '@/components/tasks/use-history'
import { useStartOfWork } from '@/components/tasks/use-start-of-work'
import { WorkTools } from '@/components/tasks/work-tools'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import { normalised } from '@/lib/tasks/rubric-authoring/edit-rubric'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import type { Draft } from '@/lib/tasks/rubric-authoring/judgment'
import type { Point } from '@/lib/tasks/rubric-authoring/points'
import type { Settings } from '@/lib/tasks/rubric-authoring/settings'
import { reasoned } from '../authoring-changes'
import { ReviewBar } from '../review-bar'
import { RubricAuthoringEditor } from '../rubric-authoring-editor'
import { TaskPane } from '../task-pane'
import { WeightSum } from '../weight-sum'
import { earlierRubrics } from '../earlier-rubrics'
import { ComparisonKeys, comparisonShortcuts } from './comparison-keys'
import { decided, isKeepable, keptApart, reviewPoint, rowsOf, ruled, takenWhole, undecided, type Row, type Work } from './decisions'
import { isEdited } from './is-edited'
import { RowCard } from './row-card'

/**
 * Where an adjudicator merges two physicians' rubrics: criterion by criterion, aligned by wording, what only one has standing
 * alone. Two views of one work: the differences, and the merged rubric in the very editor that authors use.
 */
export function Comparison({ itemId, earlier, content: given, language, protocol, settings: fixed, readings, points: givenPoints, work: held, onChange, unusable, problems, attempts, readOnly = false, finish }: ComparisonProps) {
  const t = useTranslations('rubric-authoring')
  const [content, settings, form, points] = [given as Content, fixed as Settings, protocol.form as Form, givenPoints as readonly Point[]]
  const work = useMemo(() => ({ answer: held.answer, decisions: held.decisions }) as Work, [held.answer, held.decisions])
  const history = useHistory(work, onChange ?? (() => {}))
  const root = useRef<HTMLDivElement>(null)
  const start = useRef<HTMLElement>(null)
  const [view, setView] = useComparisonView(attempts, problems, isEdited)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [guidelineOpen, setGuidelineOpen] = useState(false)
  const [said, setSaid] = useState('')
  const sentence = useProblemSentence('rubric-authoring')
  const letters = readings.map(({ letter }) => letter)
  const rows = rowsOf(points)
  const differing = rows.filter(({ agreed }) => !agreed)
  const open = undecided(points, work)
  const { answer } = work
  const errorAt = (path: string) => (attempts > 0 ? sentence(problems.find((problem) => problem.path === path)) : undefined)
  const weightless = problems.find(({ code }) => code === 'weight-missing')?.path
  const focus = (id: string | undefined) => {
    const card = id === undefined ? null : root.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
    card?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  }
  useNewAttempt(attempts, () => focus(open[0]?.criterion))

  const take = (row: Row, nth: number) => {
    if (readOnly || (nth >= 0 && !row.said[nth])) return
    history.change((now) => decided(now, row, points, { letter: letters[nth] ?? '', nth }, settings))
    setSaid(nth < 0 ? t('announce.leftOut') : t('announce.taken', { letter: letters[nth] ?? '' }))
    goOn(row)
  }
  const keep = (row: Row) => {
    if (readOnly || !isKeepable(row)) return
    history.change((now) => keptApart(now, row, points, settings))
    setSaid(t('announce.keptAll', { count: row.said.filter(Boolean).length }))
    goOn(row)
  }
  const goOn = (from: Row) => {
    const next = open.find(({ criterion }) => criterion !== from.criterion)
    if (next && differing.length > 1) focus(next.criterion)
  }
  const takeWhole = (nth: number) => {
    const reading = readings[nth]
    if (readOnly || !reading) return
    history.change(() => takenWhole(points, { letter: reading.letter, nth, reading: reading.answer as Draft }))
    setSaid(t('announce.takenWhole', { letter: reading.letter }))
  }
  const step = (way: 1 | -1) => {
    const at = differing.findIndex(({ criterion }) => criterion === activeId)
    focus(differing[at < 0 ? (way === 1 ? 0 : differing.length - 1) : at + way]?.criterion)
  }
  const write = (next: (now: Draft) => Draft) => history.change((now) => ({ ...now, answer: next(now.answer) }))
  const normalise = () =>
    write((now) => {
      const next = normalised(now.criteria ?? [])
      return typeof next === 'string' ? now : { ...now, criteria: next }
    })
  const active = differing.find(({ criterion }) => criterion === activeId)
  useOffer({ shortcuts: [comparisonShortcuts(t, letters)] })
  useStartOfWork(start, !readOnly)

  const card = (row: Row) => (
    <RowCard
      key={row.criterion}
      {...{ row, letters, form, language, readOnly }}
      byPoints={settings.counting === 'points'}
      decision={work.decisions[row.criterion]}
      active={row.criterion === activeId}
      error={attempts > 0 && open.includes(row) ? t('comparison.undecided') : undefined}
      onAttend={() => setActiveId(row.criterion)}
      onTake={(nth) => take(row, nth)}
      onKeep={() => keep(row)}
    />
  )
  return (
    <div ref={root} className="grid gap-5 px-4 py-5 sm:px-6">
      <div className="flex flex-wrap items-center gap-3">
        <SegmentedControl
          label={t('comparison.view')}
          labelHidden
          value={view}
          onChange={setView}
          className="w-full max-w-md"
          options={(['differences', 'verdict'] as const).map((value) => ({ value, label: t(`comparison.${value}`), ...(value === view ? {} : { shortcut: 'shift+v' }) }))}
        />
      </div>
      {unusable && <Notice tone="warn">{t('comparison.unusable')}</Notice>}
      {view === 'verdict' ? (
        <RubricAuthoringEditor
          {...{ itemId, content, language, settings, problems, attempts, readOnly }}
          verdicts={earlierRubrics(earlier)}
          of="verdict"
          protocol={{ guideline: protocol.guideline, form }}
          draft={answer}
          onChange={(next) => write(() => next)}
          actions={finish}
        />
      ) : (
        <div className="grid gap-x-8 gap-y-5 min-[900px]:grid-cols-[minmax(0,1fr)_minmax(26rem,44rem)] min-[900px]:items-start">
          <section ref={start} aria-label={t('task.label')} tabIndex={0} className="min-w-0 -m-1.5 rounded-lg p-1.5 -outline-offset-2 overflow-y-auto max-[899px]:max-h-[40dvh] max-[899px]:border-b max-[899px]:border-line min-[900px]:sticky min-[900px]:top-29 min-[900px]:max-h-[calc(100dvh-8rem)]">
            <TaskPane content={content} language={language} />
          </section>
          <section aria-labelledby="compared-rubrics" className="grid min-w-0 gap-4">
            <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
              <h2 id="compared-rubrics" className="me-auto font-serif text-lg font-semibold">
                {t('comparison.heading', { count: differing.length })}
              </h2>
              <WorkTools history={readOnly ? null : history} onGuideline={() => setGuidelineOpen(true)} />
            </div>
            <ul className="flex flex-wrap gap-2" aria-label={t('comparison.readings')}>
              {readings.map(({ letter, answer: one }, nth) => {
                const { review, criteria } = one as Draft
                return (
                  <li key={letter}>
                    <Button size="small" disabled={readOnly} onClick={() => takeWhole(nth)}>
                      <LetterBadge letter={letter} />
                      {review ? t(`review.${review}`) : t('count', { count: criteria?.length ?? 0 })} · {t('comparison.takeWhole')}
                      {!readOnly && <Kbd keys={letter.toLowerCase()} />}
                    </Button>
                  </li>
                )
              })}
            </ul>
            {reviewPoint(points) && (
              <ReviewBar
                {...{ form, readOnly, errorAt }}
                keyed={false}
                draft={answer}
                onReview={(review) => write(ruled(review, content))}
                onReason={(code, on) => write(reasoned(code, on))}
              />
            )}
            {!readOnly && differing.length > 0 && <ProgressBar label={t('comparison.progress')} value={differing.length - open.length} max={differing.length} />}
            {differing.length > 0 && <ol className="grid gap-3">{differing.map(card)}</ol>}
            {rows.length > differing.length && (
              <details open={differing.length === 0}>
                <summary className="min-h-6 font-medium">{t('comparison.agreedOn', { count: rows.length - differing.length })}</summary>
                <ol className="mt-3 grid gap-3">{rows.filter(({ agreed }) => agreed).map(card)}</ol>
              </details>
            )}
            <div className="grid gap-2 rounded-lg border border-line bg-surface p-3">
              <p className="font-medium">{t('comparison.merged', { count: answer.criteria?.length ?? 0 })}</p>
              {settings.counting === 'weights' && answer.review !== 'reject' && (
                <WeightSum
                  criteria={answer.criteria ?? []}
                  error={errorAt('weights') ?? (weightless && errorAt(weightless))}
                  onNormalise={readOnly ? null : normalise}
                />
              )}
              {!readOnly && (
                <div>
                  <Button size="small" icon={<Pencil size={15} aria-hidden />} shortcut="w" onClick={() => setView('verdict')}>
                    {t('comparison.edit')}
                  </Button>
                </div>
              )}
            </div>
            {finish}
          </section>
        </div>
      )}
      <ComparisonKeys
        letters={letters}
        comparing={view === 'differences'}
        readOnly={readOnly}
        verbs={{
          takeWhole,
          take: (nth) => active && take(active, nth),
          keep: () => active && keep(active),
          step,
          edit: () => setView('verdict'),
          toggle: () => setView(view === 'verdict' ? 'differences' : 'verdict'),
          normalise,
        }}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      <GuidelineDialog guideline={protocol.guideline} open={guidelineOpen} onOpenChange={setGuidelineOpen} />
    </div>
  )
}

'use client'
import { useLocale, useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useOffer } from '@/components/shell/offers'
import type { ComparisonProps } from '@/components/tasks/task-comparisons'
import { useComparisonView } from '@/components/tasks/use-comparison-view'
import { useStartOfWork } from '@/components/tasks/use-start-of-work'
import { textModel } from '@/components/text/text-model'
import type { TextSurfaceHandle } from '@/components/text/text-surface'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { FieldProblem } from '@/lib/errors'
import type { Form } from '@/lib/tasks/error-spans/form'
import type { Point } from '@/lib/tasks/error-spans/points'
import type { Settings } from '@/lib/tasks/error-spans/settings'
import { ErrorSpansEditor } from '../error-spans-editor'
import { typesOf } from '../types-of'
import { useAnnouncements } from '../use-announcements'
import { comparedOf, type LetteredReading } from './compared'
import { ComparisonKeys, comparisonShortcuts } from './comparison-keys'
import { conflictMarks, pointOfMark } from './conflict-marks'
import { ConflictText } from './conflict-text'
import type { Work } from './decisions'
import { DifferencesView } from './differences-view'
import { useComparison } from './use-comparison'
import { VerdictCard } from './verdict-card'

const GuidelineSheet = lazy(async () => ({ default: (await import('../guideline-sheet')).GuidelineSheet }))
const noProblems: readonly FieldProblem[] = []

/**
 * Where an adjudicator sees all readings of a text at once and makes the verdict: one of them as it is, span by span, or in
 * their own words. Two views of one work: the differences, and the verdict as it stands in the very editor that readers use.
 */
export function Comparison({ text, language, protocol, settings, readings, points, work: given, onChange, unusable, problems, attempts, readOnly = false, finish }: ComparisonProps) {
  const t = useTranslations('comparison')
  const keyNames = useTranslations('comparison.keys')
  const locale = useLocale()
  const form = protocol.form as Form
  // Only what the history is about: what else the page keeps with the work must not begin a new one.
  const work = useMemo(() => ({ answer: given.answer, decisions: given.decisions }) as Work, [given.answer, given.decisions])
  const root = useRef<HTMLDivElement>(null)
  const surface = useRef<TextSurfaceHandle>(null)
  const [view, setView] = useComparisonView(attempts, problems)
  const wantedSpan = useRef<string | null>(null)
  const [guidelineOpen, setGuidelineOpen] = useState(false)

  const model = useMemo(() => textModel(text, language), [text, language])
  const types = useMemo(() => new Map(typesOf(form).map((type) => [type.code, type])), [form])
  const compared = useMemo(
    () => comparedOf(readings as readonly LetteredReading[], points as readonly Point[], settings as Settings),
    [readings, points, settings],
  )
  const { said, say, hear } = useAnnouncements((code) => types.get(code)?.name[locale] ?? code, 0)
  const comparing = useComparison(compared, work, readOnly ? null : (onChange ?? null), say)
  const marks = useMemo(() => conflictMarks(compared, comparing.activeId), [compared, comparing.activeId])
  const wording = useMemo(() => ({ types, locale, language }), [types, locale, language])
  const shown = attempts > 0 ? problems : noProblems

  const edit = (spanId: string) => {
    wantedSpan.current = spanId
    setView('verdict')
  }
  // The editor opens a card as soon as something in it has the focus.
  useEffect(() => {
    const spanId = wantedSpan.current
    wantedSpan.current = null
    if (view === 'verdict' && spanId) root.current?.querySelector<HTMLElement>(`[data-card="${spanId}"] button`)?.focus()
  }, [view])

  const goTo = (pointId: string, focus: boolean) => {
    const card = root.current?.querySelector<HTMLElement>(`[data-point="${pointId}"]`)
    const folded = card?.closest('details')
    if (folded) folded.open = true
    if (focus) card?.querySelector<HTMLElement>('[data-point-head]')?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
  }
  const takeHere = (nth: number) => {
    if (!comparing.active) return
    const letter = compared.letters[nth]
    comparing.take(comparing.active.id, letter ?? 'none')
    goTo(comparing.active.id, false)
  }
  const editHere = () => {
    const choice = comparing.active && comparing.choiceAt(comparing.active)
    if (choice && 'span' in choice) edit(choice.span.id)
    else setView('verdict')
  }
  const openGuideline = () => setGuidelineOpen(true)
  const toggleView = () => {
    setView(view === 'verdict' ? 'differences' : 'verdict')
    say(t(view === 'verdict' ? 'announce.viewDifferences' : 'announce.viewVerdict'))
  }
  useOffer({ shortcuts: [comparisonShortcuts(keyNames, compared.letters)] })
  useStartOfWork(surface, !readOnly)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('textarea, input:not([type=radio])')
    if (event.defaultPrevented || readOnly || typing || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    const way = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' && !event.shiftKey ? 'redo' : null
    if (!way) return
    event.preventDefault()
    comparing.travel(way)
  }
  const verbs = { attend: comparing.attend, take: comparing.take, edit, takeWhole: comparing.takeWhole, judge: comparing.judge }
  return (
    <div ref={root} onKeyDown={onKeyDown} className="grid gap-5 px-4 py-5 sm:px-6">
      <SegmentedControl
        label={t('view.label')}
        labelHidden
        value={view}
        onChange={setView}
        className="w-full max-w-md"
        options={[
          { value: 'differences', label: t('view.differences') },
          { value: 'verdict', label: t('view.verdict'), ...(view === 'differences' ? { shortcut: 'shift+v' } : {}) },
        ]}
      />
      {view === 'verdict' ? (
        <div className="grid gap-4">
          {unusable && <Notice tone="warn">{t('verdict.unusable')}</Notice>}
          <ErrorSpansEditor
            {...{ text, language, locale, readOnly, problems, attempts }}
            of="verdict"
            protocol={{ guideline: protocol.guideline, form }}
            settings={settings as Settings}
            draft={work.answer}
            onChange={comparing.write}
            actions={finish}
          />
        </div>
      ) : (
        <div className="grid gap-x-8 gap-y-8 min-[1100px]:grid-cols-[minmax(0,46rem)_minmax(26rem,1fr)]">
          <ConflictText
            {...{ model, language, marks, surface }}
            letters={compared.letters}
            agreedCount={compared.points.filter(({ agreed }) => agreed).length}
            history={
              readOnly
                ? null
                : { undo: () => comparing.travel('undo'), redo: () => comparing.travel('redo'), canUndo: comparing.canUndo, canRedo: comparing.canRedo }
            }
            onPick={([markId]) => {
              if (!markId) return
              comparing.attend(pointOfMark(markId))
              goTo(pointOfMark(markId), false)
            }}
            onHeard={(place, selection) => hear(model, place, selection)}
            onGuideline={openGuideline}
          />
          <div className="min-w-0 min-[1100px]:sticky min-[1100px]:top-30 min-[1100px]:-m-1 min-[1100px]:max-h-[calc(100dvh-8rem)] min-[1100px]:self-start min-[1100px]:overflow-y-auto min-[1100px]:p-1">
            <DifferencesView {...{ compared, work, comparing, form, wording, readOnly, verbs }} problems={shown}>
              <VerdictCard {...{ unusable, wording }} answer={work.answer} problems={shown} onShow={toggleView} onEdit={readOnly ? null : edit} />
              {finish}
            </DifferencesView>
          </div>
        </div>
      )}
      <ComparisonKeys
        letters={compared.letters}
        comparing={view === 'differences'}
        readOnly={readOnly}
        verbs={{
          takeWhole: comparing.takeWhole,
          takeHere,
          noError: () => comparing.judge('correct'),
          step: (way) => {
            const point = comparing.step(way)
            if (!point) return
            surface.current?.reveal(point)
            goTo(point.id, true)
          },
          edit: editHere,
          guideline: openGuideline,
          toggleView,
        }}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      {guidelineOpen && (
        <Suspense fallback={null}>
          <GuidelineSheet {...{ form, locale }} guideline={protocol.guideline} onClose={() => setGuidelineOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}

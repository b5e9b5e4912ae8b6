'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState, type ReactNode } from 'react'
import { useNewAttempt } from '@/components/tasks/use-new-attempt'
import { useOffer } from '@/components/shell/offers'
import { focusFirstProblem } from '@/components/tasks/focus-first-problem'
import { GuidelineDialog } from '@/components/tasks/guideline-dialog'
import { useStartOfWork } from '@/components/tasks/use-start-of-work'
import { WorkTools } from '@/components/tasks/work-tools'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { TextArea } from '@/components/ui/text-area'
import type { FieldProblem } from '@/lib/errors'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import { criteriaOf } from '@/lib/tasks/rubric-authoring/criteria-of'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import type { Draft } from '@/lib/tasks/rubric-authoring/judgment'
import type { Settings } from '@/lib/tasks/rubric-authoring/settings'
import type { AnswerOf } from '@/lib/tasks/task'
import { AuthoringKeys, authoringShortcuts } from './authoring-keys'
import { ChangesView, type Earlier } from './changes-view'
import { GroupSection } from './group-section'
import { offeredGroups } from './offered-groups'
import { ReviewBar } from './review-bar'
import { TaskPane } from './task-pane'
import { TrialView } from './trial-view'
import { useAuthoring } from './use-authoring'
import { useSavedVersions } from './use-saved-versions'
import { useWantedCriterion } from './use-wanted-criterion'

const noProblems: readonly FieldProblem[] = []

/**
 * Where a physician writes or corrects a rubric: the instruction on one side, the criteria on the other. Controlled by `draft`;
 * keeps only undo, the view and which criterion is looked at.
 */
export function RubricAuthoringEditor({
  content,
  language,
  protocol,
  settings,
  draft,
  onChange,
  problems: given,
  attempts,
  readOnly = false,
  of = 'judgment',
  itemId = null,
  verdicts = [],
  actions,
}: {
  content: Content
  language: string | null
  protocol: { form: Form; guideline: string }
  settings: Settings
  draft: Draft
  onChange: (draft: Draft) => void
  problems: readonly FieldProblem[]
  attempts: number
  readOnly?: boolean
  of?: AnswerOf
  /** Whose earlier saved versions can be compared with. */
  itemId?: string | null
  /** Verdicts that stood before, for whoever gives the next. */
  verdicts?: readonly Earlier[]
  /** The page's own fields, below the rubric. */
  actions?: ReactNode
}) {
  const t = useTranslations('rubric-authoring')
  const sentence = useProblemSentence('rubric-authoring')
  const root = useRef<HTMLDivElement>(null)
  const start = useRef<HTMLElement>(null)
  const [view, setView] = useState<'write' | 'try' | 'changes'>('write')
  const [guidelineOpen, setGuidelineOpen] = useState(false)
  const authoring = useAuthoring({ content, settings, form: protocol.form, draft, onChange, readOnly })
  const [opened] = useState(() => criteriaOf(draft, content))
  const { form, guideline } = protocol
  const problems = attempts > 0 ? given : noProblems
  const byPoints = settings.counting === 'points'
  const rejected = draft.review === 'reject'
  const reviewing = content.draft !== null && !readOnly
  useWantedCriterion(root, authoring)
  // Whoever tried to hand in is taken to where rubrics are written, and there to the first field that was not accepted.
  const [tried, setTried] = useState(attempts)
  if (tried !== attempts) {
    setTried(attempts)
    setView('write')
  }
  useNewAttempt(attempts, () => root.current && focusFirstProblem(root.current))
  useOffer({ shortcuts: readOnly ? [] : authoringShortcuts(t, authoring.criteria, byPoints) })
  useStartOfWork(start, !readOnly)

  const errorAt = (path: string) => sentence(problems.find((problem) => problem.path === path))
  const saved = useSavedVersions(readOnly ? null : itemId, view === 'changes', content)
  const earlier: Earlier[] = [...(content.draft ? [{ kind: 'draft' as const, criteria: content.draft.criteria }] : []), ...(readOnly ? [] : [{ kind: 'opened' as const, criteria: opened }]), ...saved, ...verdicts]
  return (
    <div ref={root} className="grid gap-x-8 gap-y-5 min-[900px]:grid-cols-[minmax(0,1fr)_minmax(24rem,42rem)] min-[900px]:items-start">
      <section ref={start} aria-label={t('task.label')} tabIndex={0} className="min-w-0 -m-1.5 rounded-lg p-1.5 -outline-offset-2 overflow-y-auto max-[899px]:max-h-[45dvh] max-[899px]:border-b max-[899px]:border-line max-[899px]:pb-3 min-[900px]:sticky min-[900px]:top-29 min-[900px]:max-h-[calc(100dvh-8rem)]">
        <TaskPane content={content} language={language} />
      </section>
      <section aria-labelledby="authored-rubric" className="grid min-w-0 gap-4">
        <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
          <h2 id="authored-rubric" className="me-auto font-serif text-lg font-semibold">
            {t(of === 'verdict' ? 'headingVerdict' : 'heading')} <span className="text-base font-normal text-ink-soft tabular-nums">{t('count', { count: authoring.criteria.length })}</span>
          </h2>
          <WorkTools history={readOnly ? null : authoring.history} onGuideline={() => setGuidelineOpen(true)} />
        </div>
        {content.draft && <ReviewBar {...{ draft, form, readOnly, errorAt }} keyed={reviewing} onReview={authoring.review} onReason={authoring.reason} />}
        {rejected && <Notice tone="warn">{t('review.rejected')}</Notice>}
        <SegmentedControl
          size="small"
          label={t('view.label')}
          labelHidden
          value={view}
          onChange={setView}
          options={(['write', 'try', 'changes'] as const).map((value) => ({ value, label: t(`view.${value}`), shortcut: { write: 'w', try: 't', changes: 'v' }[value] }))}
        />
        {view === 'write' && (
          <div className="grid gap-6" data-field="criteria" data-problem={errorAt('criteria') ? true : undefined} tabIndex={-1}>
            {errorAt('criteria') && (
              <p role="alert" className="text-sm font-medium text-danger">
                {errorAt('criteria')}
              </p>
            )}
            {offeredGroups(authoring.laidOut, byPoints).map((group) => (
              <GroupSection key={group} {...{ group, form, byPoints, language, problems, authoring }} readOnly={readOnly || rejected} />
            ))}
          </div>
        )}
        {view === 'try' && <TrialView {...{ content, draft, byPoints, readOnly, language, authoring }} />}
        {view === 'changes' && <ChangesView earlier={earlier} now={authoring.criteria} byPoints={byPoints} />}
        {of === 'judgment' && (!readOnly || draft.note !== '') && (
          <Field label={t('note')} hint={t('noteHint')} optional={!readOnly}>
            {(wires) => <TextArea {...wires} dir="auto" rows={1} className="min-h-10!" maxLength={10_000} readOnly={readOnly} value={draft.note} onChange={(event) => authoring.note(event.target.value)} />}
          </Field>
        )}
        {actions}
      </section>
      {!readOnly && <AuthoringKeys {...{ authoring, reviewing, byPoints }} writing={!rejected} onView={setView} />}
      <p role="status" className="sr-only">
        {authoring.said}
      </p>
      <GuidelineDialog guideline={guideline} open={guidelineOpen} onOpenChange={setGuidelineOpen} />
    </div>
  )
}

'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import {
  lazy,
  Suspense,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { flushSync } from 'react-dom'
import { useOffer } from '@/components/shell/offers'
import { focusAtEnd } from '@/components/tasks/focus-at-end'
import { useHistory } from '@/components/tasks/use-history'
import { useStartOfWork } from '@/components/tasks/use-start-of-work'
import { isCaret } from '@/components/text/text-selection'
import { textModel } from '@/components/text/text-model'
import type { TextSurfaceHandle } from '@/components/text/text-surface'
import { useAfterPaint } from '@/components/ui/use-after-paint'
import type { FieldProblem } from '@/lib/errors'
import type { Locale } from '@/lib/locale'
import type { ErrorType, Form } from '@/lib/tasks/error-spans/form'
import type { Draft, Span, Veracity } from '@/lib/tasks/error-spans/judgment'
import type { Settings } from '@/lib/tasks/error-spans/settings'
import type { AnswerOf } from '@/lib/tasks/task'
import { commandKeys } from './command-keys'
import { judged, type Edit } from './draft-changes'
import { JudgmentPane } from './judgment-pane'
import { shortcutGroups } from './shortcut-groups'
import { toScale } from './to-scale'
import { spanMark } from './span-mark'
import { spansAt } from './span-order'
import { TextPane } from './text-pane'
import { TextTools } from './text-tools'
import { typesOf } from './types-of'
import { useAnnouncements } from './use-announcements'
import { useEditorKeys } from './use-editor-keys'
import { useFollower } from './use-follower'
import { useNarrow } from './use-narrow'
import { useProblemFocus } from './use-problem-focus'
import { useSpanEditing } from './use-span-editing'
import { useSteadyVerbs } from './use-steady-verbs'

const ActiveBar = lazy(async () => ({ default: (await import('./active-bar')).ActiveBar }))
const GuidelineSheet = lazy(async () => ({ default: (await import('./guideline-sheet')).GuidelineSheet }))
const noProblems: readonly FieldProblem[] = []

export type ErrorSpansEditorProps = {
  text: string
  /** The item's own language tag, or null when nobody said. */
  language: string | null
  protocol: { form: Form; guideline: string }
  settings: Settings
  draft: Draft
  /** Called for every change; hand the same value back as `draft`. */
  onChange: (draft: Draft) => void
  /** What keeps the draft from being complete; shown at the fields once handing in was tried. */
  problems: readonly FieldProblem[]
  attempts: number
  readOnly?: boolean
  /** A verdict has neither scales nor a note: they are what readers say of themselves. */
  of?: AnswerOf
  locale: Locale
  /** The most marks a draft may hold (`maxSpans` of the ground, handed in so that no schema library comes to the browser). */
  spanLimit?: number
  /** The page's own buttons, at the end of the judgment. */
  actions?: ReactNode
}

/**
 * Where a physician reads a text and marks what is wrong in it. Controlled by `draft`; keeps only undo, the selection and
 * which span is looked at. Saves, submits and loads nothing.
 */
export function ErrorSpansEditor({
  text,
  language,
  protocol,
  settings,
  draft,
  onChange,
  problems,
  attempts,
  readOnly = false,
  of = 'judgment',
  locale,
  spanLimit = 500,
  actions,
}: ErrorSpansEditorProps) {
  const t = useTranslations('error-spans')
  const keyNames = useTranslations('error-spans.keys')
  const { form, guideline } = protocol
  const root = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const surface = useRef<TextSurfaceHandle>(null)
  const wantedFocus = useRef<string | null>(null)
  const narrow = useNarrow()
  const [guidelineOpen, setGuidelineOpen] = useState(false)

  const model = useMemo(() => textModel(text, language), [text, language])
  const types = useMemo(() => typesOf(form), [form])
  const typeOf = useMemo(() => new Map(types.map((type) => [type.code, type])), [types])
  const keys = useMemo(() => commandKeys(types), [types])
  const { change, undo, redo, canUndo, canRedo } = useHistory(draft, onChange)
  const [wantedId, setWantedId] = useState<string | null>(null)
  const shownProblems = attempts > 0 ? problems : noProblems
  const followed = useMemo(
    () => ({ draft, activeId: wantedId, problems: shownProblems }),
    [draft, wantedId, shownProblems],
  )
  const { shown, textActs, panelActs } = useFollower(followed)
  const changeInText = useCallback(
    (edit: Edit, step?: string | null) => (textActs(), change(edit, step)),
    [textActs, change],
  )
  const changeInPanel = useCallback(
    (edit: Edit, step?: string | null) => (panelActs(), change(edit, step)),
    [panelActs, change],
  )
  const { said, say, tell, hear } = useAnnouncements((code) => typeOf.get(code)?.name[locale] ?? code, spanLimit)
  const editing = useSpanEditing({
    model,
    draft,
    change: changeInText,
    wantedId,
    setWantedId,
    spanLimit,
    readOnly,
    tell,
  })
  const { active } = editing
  const afterPaint = useAfterPaint()

  const marks = useMemo(
    () => draft.spans.map((span) => spanMark(span, typeOf.get(span.type), span.id === active?.id ? 'active' : 'plain')),
    [draft.spans, typeOf, active?.id],
  )

  const fieldAt = (path: string) => panel.current?.querySelector<HTMLElement>(`[data-field="${path}"]`)
  // A field of a span that is only now being made can take the focus once it is there.
  useLayoutEffect(() => {
    const field = wantedFocus.current && fieldAt(wantedFocus.current)
    if (!field) return
    wantedFocus.current = null
    focusAtEnd(field)
  })
  // Whoever types faster than the panel follows means that field, not the text's keys.
  const catchUp = (event: KeyboardEvent) => {
    if (!wantedFocus.current) return
    flushSync(panelActs)
    wantedFocus.current = null
    if (document.activeElement !== event.target) event.stopPropagation()
  }
  useProblemFocus(root, attempts, panelActs)

  const openGuideline = () => setGuidelineOpen(true)
  const toText = () => surface.current?.focus()
  useStartOfWork(surface, !readOnly)
  const toField = (span: Span) => {
    const field = (['correction', 'explanation'] as const).find((name) => form.fields[name] !== 'off')
    if (!field) return toText()
    editing.show(span, false)
    const path = `${span.id}.${field}`
    const there = fieldAt(path)
    if (there) focusAtEnd(there)
    else wantedFocus.current = path
  }
  const applyType = (type: ErrorType) => {
    const fresh = editing.newSpan(type)
    if (!fresh) {
      const span = editing.applyType(type)
      if (span) toField(span)
      return
    }
    surface.current?.foreshow(spanMark(fresh, type, 'active'))
    afterPaint(() => {
      surface.current?.foreshow(null)
      editing.mark(fresh)
      toField(fresh)
    })
  }
  const judge = (veracity: Veracity) => {
    if (readOnly) return
    changeInPanel(judged(veracity))
    say(t('announce.judged', { veracity: t(`judgment.${veracity}`) }))
  }
  const travel = (way: 'undo' | 'redo') => {
    panelActs()
    if (way === 'undo') undo()
    else redo()
    say(t(way === 'undo' ? 'announce.undone' : 'announce.redone'))
  }
  const showCard = (span: Span | null) => {
    if (!span) return
    surface.current?.reveal(span)
    // On a narrow screen the cards are below the text; jumping there with every tap would lose the place.
    if (!narrow)
      requestAnimationFrame(() =>
        root.current?.querySelector(`[data-card="${span.id}"]`)?.scrollIntoView({ block: 'nearest' }),
      )
  }
  const onKeyDown = useEditorKeys({
    types,
    keys,
    editing,
    readOnly,
    verbs: {
      applyType,
      judge,
      toText,
      toField,
      showCard,
      travel,
      guideline: openGuideline,
      note: () => fieldAt('note')?.focus(),
      rate: () => panel.current && toScale(panel.current),
      heard: (place) => hear(model, place, { anchor: place.start, focus: place.end }),
    },
  })
  // Read only when the sheet opens; making it with every key would be felt.
  useOffer({
    get shortcuts() {
      return shortcutGroups(keyNames, form, types, keys, locale, of)
    },
  })

  const { verbs, onTravel, onGuideline, onVeracity, onType } = useSteadyVerbs({
    now: { editing, draft, judge, applyType, travel, openGuideline },
    surface,
    changeInPanel,
    panelActs,
  })

  const hint =
    draft.veracity === null
      ? t('text.howToJudge', { correct: keys.correct.toUpperCase(), erroneous: keys.erroneous.toUpperCase() })
      : draft.veracity === 'correct' && draft.spans.length === 0
        ? t('text.judgedCorrect', { erroneous: keys.erroneous.toUpperCase() })
        : t('text.howToMark')
  return (
    <div
      ref={root}
      onKeyDownCapture={catchUp}
      onKeyDown={onKeyDown}
      className={clsx(
        'grid gap-x-10 gap-y-8 min-[900px]:grid-cols-[minmax(0,50rem)_minmax(20rem,26rem)] min-[900px]:justify-center',
      )}
    >
      <TextPane
        {...{ model, language, marks, form, locale, editing, readOnly, surface, hint }}
        tools={<TextTools {...{ canUndo, canRedo, onTravel, onGuideline, readOnly }} guidelineKey={keys.guideline} />}
        onHeard={(place, selection) => hear(model, place, selection)}
        onPick={(ids) => showCard(editing.cycle(ids))}
        onType={applyType}
      />
      <div
        ref={panel}
        data-panel
        className="min-w-0 min-[900px]:sticky min-[900px]:top-29 min-[900px]:max-h-[calc(100dvh-8rem)] min-[900px]:self-start min-[900px]:overflow-y-auto min-[900px]:p-1 min-[900px]:-m-1"
      >
        <JudgmentPane
          {...{ ...shown, form, settings, locale, language, keys, readOnly, of, verbs, onVeracity, onType }}
          change={changeInPanel}
        />
        {actions && <div className="mt-6">{actions}</div>}
      </div>
      {narrow && active && !readOnly && isCaret(editing.selection) && (
        <Suspense fallback={null}>
          <ActiveBar
            span={active}
            type={typeOf.get(active.type)}
            locale={locale}
            overlapping={spansAt(draft.spans, editing.selection.focus).length > 1}
            onEdit={() => toField(active)}
            onNext={() => showCard(editing.cycle())}
            onRemove={() => editing.remove()}
          />
        </Suspense>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      {guidelineOpen && (
        <Suspense
          fallback={
            <p role="status" className="sr-only">
              {t('guideline.loading')}
            </p>
          }
        >
          <GuidelineSheet {...{ guideline, form, locale }} onClose={() => setGuidelineOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}

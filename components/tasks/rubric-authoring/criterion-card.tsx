'use client'
import clsx from 'clsx'
import { GripVertical, Lightbulb } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState, type DragEvent, type KeyboardEvent } from 'react'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { Badge } from '@/components/ui/badge'
import { TextArea } from '@/components/ui/text-area'
import type { FieldProblem } from '@/lib/errors'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import { CountedField } from './counted-field'
import { axesFor, CriterionFields } from './criterion-fields'
import { CriterionTools } from './criterion-tools'
import type { Authoring } from './use-authoring'

/** One criterion: its words are always a field, the rest unfolds where somebody works. */
export function CriterionCard({
  criterion,
  place,
  form,
  byPoints,
  readOnly,
  language,
  problems,
  authoring,
}: {
  criterion: Criterion
  place: number
  form: Form
  byPoints: boolean
  readOnly: boolean
  language: string | null
  /** Of this criterion; empty until they are to be shown. */
  problems: readonly FieldProblem[]
  authoring: Authoring
}) {
  const t = useTranslations('rubric-authoring')
  const locale = useLocale()
  const sentence = useProblemSentence('rubric-authoring')
  const [over, setOver] = useState(false)
  const { id, group, text, axis } = criterion
  const active = authoring.active?.id === id
  const open = active || problems.length > 0
  const errorAt = (field?: string) => sentence(problems.find(({ path }) => path === (field ? `criteria.${id}.${field}` : `criteria.${id}`)))
  const write = (some: Partial<Criterion>, step: string | null = null) => authoring.write(id, some, step)
  const hints = authoring.hints.filter((hint) => hint.criterion === id)
  const axes = axesFor(form, criterion, byPoints)
  const axisName = axes.find(({ code }) => code === axis)?.name[locale]
  const textError = errorAt('text')

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (readOnly || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const done = (act: () => void) => {
      event.preventDefault()
      act()
    }
    if (event.altKey && event.key === 'ArrowUp') return done(() => authoring.shift(id, -1, 'text'))
    if (event.altKey && event.key === 'ArrowDown') return done(() => authoring.shift(id, 1, 'text'))
    if (event.altKey && event.key === 'Enter') return done(() => authoring.divide(id, event.currentTarget.selectionStart))
    const axisMeant = event.altKey ? axes[Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0) - 1] : undefined
    if (axisMeant) return done(() => authoring.toAxis(id, axisMeant.code, axisMeant.name[locale]))
    if (event.key === 'Enter' && !event.shiftKey) return done(() => text.trim() !== '' && authoring.add(group, id))
    if (event.key === 'Backspace' && text === '') return done(() => authoring.remove(id))
  }
  const onDrop = (event: DragEvent) => {
    setOver(false)
    const dragged = event.dataTransfer.getData('text/criterion')
    if (!dragged) return
    event.preventDefault()
    authoring.drop(dragged, group, id)
  }
  return (
    <li
      data-criterion={id}
      tabIndex={-1}
      aria-label={t('criterion.card', { place, text })}
      onFocus={() => authoring.active?.id !== id && authoring.attend(id)}
      onBlur={({ currentTarget, relatedTarget }) => {
        // Of a window that loses the focus, the field that had it is still the active one.
        if (!currentTarget.contains(relatedTarget) && !currentTarget.contains(document.activeElement)) authoring.letGo()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.target === event.currentTarget) return
        event.preventDefault()
        authoring.attend(id, 'card')
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('text/criterion')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={clsx('rounded-md border bg-surface', active ? 'border-accent shadow-card' : 'border-line', over && 'border-t-4 border-t-accent')}
    >
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-1.5 p-2">
        <span
          draggable={!readOnly}
          onDragStart={(event) => event.dataTransfer.setData('text/criterion', id)}
          className={clsx('flex min-h-9 items-center gap-0.5 text-sm text-ink-soft tabular-nums', !readOnly && 'cursor-grab')}
          title={readOnly ? undefined : t('tools.drag')}
        >
          {!readOnly && <GripVertical size={15} aria-hidden className="text-ink-faint max-sm:hidden" />}
          {place}
        </span>
        <TextArea
          aria-label={t('criterion.text', { place })}
          aria-invalid={textError ? true : undefined}
          data-criterion-text={id}
          dir="auto"
          lang={language ?? undefined}
          rows={1}
          className="min-h-9! resize-none border-transparent! bg-transparent! py-1.5! shadow-none! hover:border-line! focus:border-edge!"
          readOnly={readOnly}
          maxLength={4_000}
          placeholder={t('criterion.placeholder')}
          value={text}
          onChange={(event) => write({ text: event.target.value }, `text ${id}`)}
          onKeyDown={onKeyDown}
        />
        {!readOnly && <CriterionTools {...{ criterion, place, byPoints, authoring }} />}
        <div className="col-start-2 col-end-4 flex flex-wrap items-center gap-x-3 gap-y-1 ps-2.5">
          <CountedField {...{ criterion, byPoints, place, readOnly }} error={errorAt('points') ?? errorAt('weight')} onBegin={() => byPoints && !readOnly && authoring.hold(id, group)} onWrite={write} />
          {axisName && <Badge>{axisName}</Badge>}
          {!open && criterion.evidence !== '' && <span className="max-w-full truncate text-sm text-ink-soft">{criterion.evidence}</span>}
        </div>
      </div>
      {[textError, errorAt(), errorAt('points'), errorAt('weight')].map(
        (error, nth) =>
          error && (
            <p key={nth} role="alert" className="px-3 pb-2 text-sm font-medium text-danger">
              {error}
            </p>
          ),
      )}
      {hints.map((hint) => (
        <p key={hint.code} className="flex items-start gap-1.5 px-3 pb-2 text-sm text-warn">
          <Lightbulb size={15} aria-hidden className="mt-0.5 shrink-0" />
          {hint.code === 'duplicate' ? t('hints.duplicate', { place: authoring.placeOf(hint.other) }) : t(`hints.${hint.code}`, { words: hint.words })}
        </p>
      ))}
      {open && (
        <div className="border-t border-line px-3 py-3">
          <CriterionFields {...{ criterion, form, byPoints, readOnly, errorAt }} onWrite={write} />
        </div>
      )}
    </li>
  )
}

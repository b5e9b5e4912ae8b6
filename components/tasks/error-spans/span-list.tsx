'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { FieldProblem } from '@/lib/errors'
import type { Locale } from '@/lib/locale'
import type { Form } from '@/lib/tasks/error-spans/form'
import type { Span } from '@/lib/tasks/error-spans/judgment'
import { problemsUnder } from './problem-sentences'
import { SpanCard, type SpanVerbs } from './span-card'
import { typesOf } from './types-of'

const none: readonly FieldProblem[] = []

/** The cards of all marked errors, in text order. */
export function SpanList({
  spans,
  form,
  locale,
  language,
  activeId,
  problems,
  readOnly,
  verbs,
}: {
  spans: readonly Span[]
  form: Form
  locale: Locale
  language: string | null
  activeId: string | null
  /** Empty until they are to be shown. */
  problems: readonly FieldProblem[]
  readOnly: boolean
  verbs: SpanVerbs
}) {
  const t = useTranslations('error-spans.judgment')
  const types = useMemo(() => new Map(typesOf(form).map((type) => [type.code, type])), [form])
  if (spans.length === 0) return <p className="text-sm text-ink-soft">{t('none')}</p>
  return (
    <ol className="grid gap-2">
      {spans.map((span) => {
        const own = problems.length > 0 ? problemsUnder(problems, `spans.${span.id}`) : none
        return (
          <SpanCard
            key={span.id}
            {...{ span, form, locale, language, readOnly, verbs }}
            type={types.get(span.type)}
            active={span.id === activeId}
            problems={own.length > 0 ? own : none}
          />
        )
      })}
    </ol>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { FieldProblem } from '@/lib/errors'
import type { Locale } from '@/lib/locale'
import type { Form } from '@/lib/tasks/error-spans/form'
import type { Span } from '@/lib/tasks/error-spans/judgment'
import { cardWindow, keptCentre, shownCards } from './card-window'
import { problemsUnder } from './problem-sentences'
import { SpanCard, type SpanVerbs } from './span-card'
import { typesOf } from './types-of'

const none: readonly FieldProblem[] = []
const step = 50

/** The cards of the marked errors, in text order; of very many, those around the one that is looked at or that lacks something. */
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
  const [more, setMore] = useState({ before: 0, after: 0 })
  const [centre, setCentre] = useState(0)
  // The mark in the text comes first; the cards round its own may follow a frame later.
  const window = cardWindow(spans.length, useDeferredValue(centre), more)

  const ofSpan = (span: Span) => (problems.length > 0 ? problemsUnder(problems, `spans.${span.id}`) : none)
  const active = spans.findIndex(({ id }) => id === activeId)
  const lacking = active === -1 && problems.length > 0 ? spans.findIndex((span) => ofSpan(span).length > 0) : -1
  const looked = Math.max(active, lacking)
  const wanted = keptCentre(cardWindow(spans.length, centre, more), centre, looked)
  if (wanted !== centre) setCentre(wanted)
  if (spans.length === 0) return <p className="text-sm text-ink-soft">{t('none')}</p>
  const { from, to } = window
  return (
    <>
      {from > 0 && (
        <Button size="small" variant="plain" onClick={() => setMore({ ...more, before: more.before + step })}>
          {t('earlier', { count: from })}
        </Button>
      )}
      <ol className="grid gap-2">
        {shownCards(window, looked).map((index) => {
          const span = spans[index]!
          const own = ofSpan(span)
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
      {to < spans.length && (
        <Button size="small" variant="plain" onClick={() => setMore({ ...more, after: more.after + step })}>
          {t('later', { count: spans.length - to })}
        </Button>
      )}
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { SpanTag } from '@/components/ui/span-tag'
import type { Form } from '@/lib/tasks/error-spans/form'
import type { Draft, Span } from '@/lib/tasks/error-spans/judgment'
import { QuoteText } from './quote-text'
import { typesOf } from './types-of'

/** An answer to read, in the terms of the form it was given under: what is wrong, where, how it should be, and why. */
export function ErrorSpansAnswer({
  answer,
  form,
  language,
}: {
  answer: unknown
  form: unknown
  language: string | null
}) {
  const t = useTranslations('items.answer')
  const { veracity, spans, difficulty, confidence, note } = answer as Draft
  const asked = form as Form | null
  const scales = [
    ['difficulty', difficulty, asked?.fields.difficulty],
    ['confidence', confidence, asked?.fields.confidence],
  ] as const
  const locale = useLocale()
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Badge tone={veracity === 'erroneous' ? 'danger' : 'good'}>{t(veracity ?? 'undecided')}</Badge>
        {scales.map(
          ([name, level, scale]) =>
            level !== null && (
              <span key={name} className="text-sm text-ink-soft">
                {t(name)}: {scale?.levels[level - 1]?.[locale] ?? level}
              </span>
            ),
        )}
      </div>
      {spans.length > 0 && (
        <ol className="grid gap-3">
          {spans.map((span) => (
            <li key={span.id} className="border-s-3 border-line ps-3">
              <SpanInAnswer span={span} form={asked} language={language} />
            </li>
          ))}
        </ol>
      )}
      {note && <p className="whitespace-pre-wrap text-ink-soft">{note}</p>}
    </div>
  )
}

function SpanInAnswer({ span, form, language }: { span: Span; form: Form | null; language: string | null }) {
  const t = useTranslations('items.answer')
  const locale = useLocale()
  const type = form ? typesOf(form).find(({ code }) => code === span.type) : undefined
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <SpanTag colour={type?.colour ?? 'slate'}>{type?.name[locale] ?? span.type}</SpanTag>
        <span className="min-w-0">
          <QuoteText quote={span.quote} language={language} longest={200} />
        </span>
        <span className="text-xs text-ink-faint tabular-nums">{t('place', { start: span.start, end: span.end })}</span>
      </div>
      {span.correction && (
        <p>
          <span className="text-sm text-ink-soft">{t('correction')}: </span>
          <bdi className="font-serif">{span.correction}</bdi>
        </p>
      )}
      {span.explanation && <p className="whitespace-pre-wrap text-ink-soft">{span.explanation}</p>}
      {span.references.length > 0 && (
        <ul className="list-disc ps-5 text-sm text-ink-soft">
          {span.references.map((reference, at) => (
            <li key={at} className="break-words">
              {reference}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

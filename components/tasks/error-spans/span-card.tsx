'use client'
import clsx from 'clsx'
import { ChevronDown, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { IconButton } from '@/components/ui/icon-button'
import { SpanTag } from '@/components/ui/span-tag'
import type { FieldProblem } from '@/lib/errors'
import type { Locale } from '@/lib/locale'
import type { ErrorType, Form } from '@/lib/tasks/error-spans/form'
import type { Span } from '@/lib/tasks/error-spans/judgment'
import { QuoteText } from './quote-text'
import { SpanFields, type Write } from './span-fields'

export type SpanVerbs = {
  /** Makes this span the active one and shows it in the text; a second press lets go. */
  toggle: (id: string) => void
  /** Something in the card took the focus. */
  attend: (id: string) => void
  write: Write
  remove: (id: string) => void
}

type Props = {
  span: Span
  type: ErrorType | undefined
  form: Form
  locale: Locale
  language: string | null
  active: boolean
  problems: readonly FieldProblem[]
  readOnly: boolean
  verbs: SpanVerbs
}

/** One marked error: folded to its quote and correction, or open with everything the form asks. */
export const SpanCard = memo(function SpanCard({
  span,
  type,
  form,
  locale,
  language,
  active,
  problems,
  readOnly,
  verbs,
}: Props) {
  const t = useTranslations('error-spans.span')
  const sentence = useProblemSentence('error-spans')
  const open = active || problems.length > 0
  const ownProblem = sentence(problems.find(({ path }) => path === `spans.${span.id}`))
  return (
    <li
      data-card={span.id}
      data-span-colour={type?.colour}
      onFocus={() => verbs.attend(span.id)}
      className={clsx(
        'rounded-md border border-s-4 bg-surface [border-inline-start-color:var(--span-line)]',
        active ? 'border-edge shadow-card' : 'border-line',
      )}
    >
      <div className="flex items-start gap-1 py-1 ps-3 pe-1.5">
        <h4 className="min-w-0 grow">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => verbs.toggle(span.id)}
            className="block w-full rounded-sm py-1 text-start"
          >
            {type ? (
              <SpanTag colour={type.colour} shortcut={type.key}>
                {type.name[locale]}
              </SpanTag>
            ) : (
              <span className="text-sm font-medium text-danger">
                {span.type === '' ? t('chooseType') : t('unknownType', { code: span.type })}
              </span>
            )}
            <span className="mt-1 block [overflow-wrap:anywhere]">
              <QuoteText quote={span.quote} language={language} longest={open ? 240 : 90} />
            </span>
          </button>
        </h4>
        {!readOnly && (
          <IconButton
            size="small"
            label={t('remove')}
            icon={<Trash2 aria-hidden size={16} />}
            onClick={() => verbs.remove(span.id)}
          />
        )}
        <ChevronDown
          aria-hidden
          size={16}
          className={clsx('mt-2 shrink-0 text-ink-faint transition-transform', open && 'rotate-180')}
        />
      </div>
      {!open && form.fields.correction !== 'off' && (
        <p className="truncate px-3 pb-2 text-sm text-ink-soft">
          {span.correction ? (
            <>
              <span aria-hidden>→ </span>
              <bdi lang={language ?? undefined}>{span.correction}</bdi>
            </>
          ) : (
            <em className="text-ink-faint">{t('empty')}</em>
          )}
        </p>
      )}
      {open && (
        <div className="border-t border-line px-3 pt-3 pb-4">
          {ownProblem && (
            <p role="alert" className="mb-3 text-sm font-medium text-danger">
              {ownProblem}
            </p>
          )}
          <SpanFields {...{ span, form, locale, language, problems, readOnly }} onWrite={verbs.write} />
        </div>
      )}
    </li>
  )
})

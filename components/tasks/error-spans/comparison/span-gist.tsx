import { useTranslations } from 'next-intl'
import { SpanTag } from '@/components/ui/span-tag'
import type { Locale } from '@/lib/locale'
import type { ErrorType } from '@/lib/tasks/error-spans/form'
import type { Span } from '@/lib/tasks/error-spans/judgment'
import { QuoteText } from '../quote-text'

export type Wording = { types: ReadonlyMap<string, ErrorType>; locale: Locale; language: string | null }

/** All that somebody said about one place: type, words, correction, reasons. */
export function SpanGist({ span, types, locale, language, brief = false }: Wording & { span: Span; brief?: boolean }) {
  const t = useTranslations('comparison.span')
  const type = types.get(span.type)
  const lang = language ?? undefined
  return (
    <>
      {type ? (
        <SpanTag colour={type.colour} shortcut={type.key}>
          {type.name[locale]}
        </SpanTag>
      ) : (
        <span className="text-sm font-medium text-warn">{t('oldType', { code: span.type })}</span>
      )}
      <span className="mt-1.5 block [overflow-wrap:anywhere]">
        <QuoteText quote={span.quote} language={language} />
      </span>
      {span.correction && (
        <span className="mt-0.5 block [overflow-wrap:anywhere] text-ink">
          <span aria-hidden className="text-ink-faint">
            →{' '}
          </span>
          <span className="sr-only">{t('correction')} </span>
          <bdi lang={lang} className="font-medium">
            {span.correction}
          </bdi>
        </span>
      )}
      {!brief && span.explanation && (
        <span lang={lang} dir="auto" className="mt-1.5 block text-sm [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-soft">
          {span.explanation}
        </span>
      )}
      {!brief && span.references.length > 0 && (
        <span className="mt-1 block text-sm [overflow-wrap:anywhere] text-ink-soft">
          {t('references')} {span.references.join(' · ')}
        </span>
      )}
    </>
  )
}

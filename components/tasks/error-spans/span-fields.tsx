'use client'
import { useTranslations } from 'next-intl'
import { useProblemSentence } from '@/components/tasks/use-problem-sentence'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { FieldProblem } from '@/lib/errors'
import type { Locale } from '@/lib/locale'
import type { Form } from '@/lib/tasks/error-spans/form'
import type { Span } from '@/lib/tasks/error-spans/judgment'
import { longestReference, longestWords, mostReferences } from '@/lib/tasks/error-spans/word-limits'
import type { SpanField } from './draft-changes'
import { problemAt } from './problem-sentences'

export type Write = <F extends SpanField>(id: string, field: F, value: Span[F]) => void

const linesOf = (text: string): string[] =>
  text === '' ? [] : text.split('\n').slice(0, mostReferences).map((line) => line.slice(0, longestReference))

/** What the form asks of one span. A field that it does not ask for is not shown, whatever it holds. */
export function SpanFields({
  span,
  form,
  locale,
  language,
  problems,
  readOnly,
  onWrite,
}: {
  span: Span
  form: Form
  locale: Locale
  language: string | null
  problems: readonly FieldProblem[]
  readOnly: boolean
  onWrite: Write
}) {
  const t = useTranslations('error-spans.span')
  const sentence = useProblemSentence('error-spans')
  const errorOf = (field: SpanField) => sentence(problemAt(problems, `spans.${span.id}.${field}`))
  const { fields } = form
  return (
    <div className="grid gap-3">
      <Field label={t('type')} error={errorOf('type')}>
        {(wires) => (
          <Select
            {...wires}
            value={span.type}
            disabled={readOnly}
            onChange={(event) => onWrite(span.id, 'type', event.target.value)}
            placeholder={t('chooseType')}
            options={form.taxonomy.map((group) => ({
              group: group.name[locale],
              options: group.types.map((type) => ({
                value: type.code,
                label: `${type.key.toUpperCase()}  ${type.name[locale]}`,
              })),
            }))}
          />
        )}
      </Field>
      {(['correction', 'explanation'] as const).map(
        (field) =>
          fields[field] !== 'off' &&
          !(readOnly && span[field] === '') && (
            <Field
              key={field}
              label={t(field)}
              hint={readOnly ? undefined : t(`${field}Hint`)}
              optional={!readOnly && fields[field] === 'optional'}
              error={errorOf(field)}
            >
              {(wires) => (
                <TextArea
                  {...wires}
                  data-field={`${span.id}.${field}`}
                  lang={language ?? undefined}
                  dir="auto"
                  rows={1}
                  className="min-h-10!"
                  readOnly={readOnly}
                  maxLength={longestWords}
                  aria-required={fields[field] === 'required'}
                  value={span[field]}
                  onChange={(event) => onWrite(span.id, field, event.target.value)}
                />
              )}
            </Field>
          ),
      )}
      {fields.references && !(readOnly && span.references.length === 0) && (
        <Field
          label={t('references')}
          hint={readOnly ? undefined : t('referencesHint')}
          optional
          error={errorOf('references')}
        >
          {(wires) => (
            <TextArea
              {...wires}
              data-field={`${span.id}.references`}
              dir="auto"
              rows={1}
              className="min-h-10!"
              readOnly={readOnly}
              value={span.references.join('\n')}
              onChange={(event) => onWrite(span.id, 'references', linesOf(event.target.value))}
              onBlur={() => {
                const kept = span.references.map((line) => line.trim()).filter(Boolean)
                if (kept.length !== span.references.length || kept.some((line, at) => line !== span.references[at]))
                  onWrite(span.id, 'references', kept)
              }}
            />
          )}
        </Field>
      )}
    </div>
  )
}

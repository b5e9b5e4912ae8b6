'use client'
import clsx from 'clsx'
import { Quote, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Field } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { TextArea } from '@/components/ui/text-area'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'
import { offered } from '@/lib/tasks/rubric-scoring/problems'
import { wantsQuotes, wantsReason } from '@/lib/tasks/rubric-scoring/wanted-words'
import { cellKey, type Cell } from './cells'
import { labelKeys, labelWord } from './label-keys'
import type { Scoring } from './use-scoring'

/** What is said of one criterion of one response: the label, and where they are owed or wanted, the reason and the words. */
export function CellFields({
  cell,
  criterion,
  number,
  named,
  said,
  form,
  active,
  readOnly,
  language,
  errorAt,
  scoring,
}: {
  cell: Cell
  criterion: Criterion
  /** Of the response, as shown. */
  number: number
  /** Whether the response is named beside the labels: only where several stand together. */
  named: boolean
  said: Draft['labels'][number] | undefined
  form: Form
  active: boolean
  readOnly: boolean
  language: string | null
  errorAt: (part?: 'rationale' | 'evidence') => string | undefined
  scoring: Pick<Scoring, 'label' | 'explain' | 'explained' | 'attend' | 'startMarking' | 'unquote'>
}) {
  const t = useTranslations('rubric-scoring')
  const label = said?.label ?? null
  const violated = label === 'violated'
  const owesWords = violated || form.rationale === 'required'
  const showsReason = (said?.rationale ?? '') !== '' || Boolean(errorAt('rationale')) || (active && label !== null && !readOnly && wantsReason(label, form))
  const showsQuotes = (said?.evidence.length ?? 0) > 0 || Boolean(errorAt('evidence')) || (active && label !== null && !readOnly && wantsQuotes(label))
  return (
    <div
      data-cell={cellKey(cell)}
      tabIndex={-1}
      onFocus={(event) => !active && scoring.attend(cell, event.target === event.currentTarget ? 'cell' : null)}
      className={clsx('grid scroll-my-32 gap-2 rounded-md outline-none', active && !readOnly && 'ring-2 ring-accent/70 ring-offset-4 ring-offset-surface')}
    >
      <SegmentedControl
        size="small"
        label={named ? t('response', { number }) : t('labelOf', { number, text: criterion.text.slice(0, 200) })}
        labelHidden={!named}
        value={label}
        error={errorAt()}
        onChange={(value) => scoring.label(cell, value)}
        options={offered(criterion.group, form).map((value) => ({
          value,
          label: t(`labels.${labelWord(value, criterion.group)}`),
          disabled: readOnly,
          ...(active && !readOnly ? { shortcut: labelKeys[value] } : {}),
        }))}
      />
      {showsReason && (
        <Field label={t('rationale')} optional={!owesWords && !readOnly} error={errorAt('rationale')}>
          {(wires) => (
            <TextArea
              {...wires}
              data-part="rationale"
              dir="auto"
              rows={1}
              className="min-h-10!"
              maxLength={10_000}
              readOnly={readOnly}
              value={said?.rationale ?? ''}
              placeholder={readOnly ? undefined : t('rationaleHint')}
              onChange={(event) => scoring.explain(cell, event.target.value)}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
                if (event.key === 'Escape') scoring.attend(cell)
                else if (event.key === 'Enter' && !event.shiftKey) scoring.explained(cell)
                else return
                event.preventDefault()
              }}
            />
          )}
        </Field>
      )}
      {showsQuotes && (
        <div className="grid gap-1.5">
          <p className="text-sm font-medium">{t('evidence.title')}</p>
          {said && said.evidence.length > 0 && (
            <ul className="grid gap-1">
              {said.evidence.map(({ start, end, quote }, nth) => (
                <li key={`${start} ${end}`} className="flex items-start gap-2 border-s-3 border-danger ps-2">
                  <q dir="auto" lang={language ?? undefined} className="min-w-0 grow font-serif [overflow-wrap:anywhere]">
                    {quote}
                  </q>
                  {!readOnly && <IconButton size="small" label={t('evidence.remove', { quote: quote.slice(0, 40) })} icon={<X size={15} aria-hidden />} onClick={() => scoring.unquote(cell, nth)} />}
                </li>
              ))}
            </ul>
          )}
          {!readOnly && (
            <div>
              <Button size="small" icon={<Quote size={15} aria-hidden />} aria-invalid={errorAt('evidence') ? true : undefined} {...(active ? { shortcut: 'e' } : {})} onClick={() => scoring.startMarking(cell)}>
                {t('evidence.mark')}
              </Button>
            </div>
          )}
          {errorAt('evidence') && (
            <p role="alert" className="text-sm font-medium text-danger">
              {errorAt('evidence')}
            </p>
          )}
        </div>
      )}
    </div>
  )
}

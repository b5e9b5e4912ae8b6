'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Form } from '@/lib/tasks/preference/form'
import { questionPath, type Question } from './choices'
import { pickOf, pickValue } from './pick-value'
import type { Preferring } from './use-preferring'

/** One question: which response is better, or that none is, and how strongly. */
export function QuestionFields({
  question,
  form,
  responses,
  readOnly,
  preferring,
  errorAt,
}: {
  question: Question
  form: Form
  responses: readonly { id: string }[]
  readOnly: boolean
  preferring: Preferring
  errorAt: (path: string) => string | undefined
}) {
  const t = useTranslations('preference')
  const locale = useLocale()
  const axis = form.axes.find(({ code }) => code === question)
  const choice = preferring.choiceOf(question)
  const active = preferring.active === question && !readOnly
  const path = questionPath(question)
  const asking = active ? preferring.step : null
  return (
    <div
      data-question={path}
      tabIndex={-1}
      onFocus={() => preferring.active !== question && preferring.attend(question, false)}
      className={clsx('grid scroll-my-32 gap-2 rounded-lg border bg-surface p-3 outline-none', active ? 'border-accent shadow-card' : 'border-line')}
    >
      <div>
        <h3 className="font-medium">
          {axis ? axis.name[locale] : t('overall')}
          {axis && !axis.required && <span className="ms-1.5 text-sm font-normal text-ink-faint">{t('optional')}</span>}
        </h3>
        <p className="text-sm text-ink-soft">{axis ? axis.definition[locale] : t('overallHint')}</p>
      </div>
      <SegmentedControl
        label={t('better')}
        labelHidden
        size="small"
        value={choice ? pickValue(choice) : null}
        error={errorAt(path) ?? errorAt(`${path}.response`)}
        onChange={(value) => {
          const { pick, response } = pickOf(value)
          preferring.choose(question, pick, response)
        }}
        options={[
          ...responses.map(({ id }, nth) => ({ value: pickValue({ pick: 'response', response: id }), label: t('response', { number: nth + 1 }), disabled: readOnly, ...(asking === 'choice' ? { shortcut: String(nth + 1) } : {}) })),
          ...(form.tie ? [{ value: pickValue({ pick: 'tie', response: null }), label: t('tie'), disabled: readOnly, ...(active ? { shortcut: 't' } : {}) }] : []),
          ...(form.allBad ? [{ value: pickValue({ pick: 'all-bad', response: null }), label: t('allBad'), disabled: readOnly, ...(active ? { shortcut: 'b' } : {}) }] : []),
        ]}
      />
      {choice?.pick === 'response' && form.strength && (
        <SegmentedControl
          label={t('strength')}
          size="small"
          value={choice.strength === null ? null : String(choice.strength)}
          error={errorAt(`${path}.strength`)}
          onChange={(level) => preferring.strengthen(question, Number(level))}
          options={form.strength.levels.map((level, nth) => ({ value: String(nth + 1), label: level[locale], disabled: readOnly, ...(asking === 'strength' ? { shortcut: String(nth + 1) } : {}) }))}
        />
      )}
    </div>
  )
}

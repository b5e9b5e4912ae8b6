'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { axisName } from '@/lib/tasks/rubric/axes'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import { tagsIn } from './tags-in'

/** The axes that a criterion can be a matter of; one that a draft brought along stays choosable. */
export function axesFor({ axes }: Form, { group, axis }: Pick<Criterion, 'group' | 'axis'>, byPoints: boolean) {
  const own = axes.filter((one) => one.group === group)
  const offered = own.length > 0 || !byPoints ? own : axes
  return axis !== '' && !offered.some(({ code }) => code === axis) ? [...offered, { code: axis, group, name: { en: axisName(axis, 'en', axes), 'zh-CN': axisName(axis, 'zh-CN', axes) } }] : offered
}

/** What stands beside a criterion's words: what it is a matter of, why, by whose word, and tags. */
export function CriterionFields({
  criterion,
  form,
  byPoints,
  readOnly,
  errorAt,
  onWrite,
}: {
  criterion: Criterion
  form: Form
  byPoints: boolean
  readOnly: boolean
  errorAt: (field: string) => string | undefined
  onWrite: (some: Partial<Criterion>, step?: string | null) => void
}) {
  const t = useTranslations('rubric-authoring.criterion')
  const locale = useLocale()
  const { id, axis, rationale, evidence, tags } = criterion
  const axes = axesFor(form, criterion, byPoints)
  // As typed: what is written at every key press drops the comma that the next tag is to follow.
  const [typed, setTyped] = useState<{ text: string; known: readonly string[] } | null>(null)
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      {axes.length > 0 && (
        <Field label={t('axis')} {...(readOnly || axes.length < 2 ? {} : { hint: t('axisHint', { last: Math.min(axes.length, 9) }) })} error={errorAt('axis')}>
          {(wires) => (
            <Select {...wires} disabled={readOnly} value={axis} placeholder={t('chooseAxis')} options={axes.map(({ code, name }) => ({ value: code, label: name[locale] }))} onChange={(event) => onWrite({ axis: event.target.value })} />
          )}
        </Field>
      )}
      <Field label={t('tags')} hint={t('tagsHint')} optional={!readOnly}>
        {(wires) => (
          <TextInput
            {...wires}
            dir="auto"
            readOnly={readOnly}
            maxLength={2_000}
            value={typed?.text ?? tags.join(', ')}
            onChange={({ target: { value } }) => {
              // What was there when typing began: a tag that holds a comma is known as one by that.
              const known = typed?.known ?? tags
              setTyped({ text: value, known })
              onWrite({ tags: tagsIn(value, known) }, `tags ${id}`)
            }}
            onBlur={() => setTyped(null)}
          />
        )}
      </Field>
      {(['rationale', 'evidence'] as const)
        .filter((name) => form[name] !== 'off')
        .map((name) => (
          <Field key={name} label={t(name)} hint={t(`${name}Hint`)} optional={!readOnly && form[name] === 'optional'} error={errorAt(name)}>
            {(wires) => (
              <TextArea
                {...wires}
                dir="auto"
                rows={1}
                className="min-h-10!"
                readOnly={readOnly}
                maxLength={4_000}
                value={name === 'rationale' ? rationale : evidence}
                onChange={(event) => onWrite({ [name]: event.target.value }, `${name} ${id}`)}
              />
            )}
          </Field>
        ))}
    </div>
  )
}

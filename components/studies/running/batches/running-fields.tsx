'use client'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'

export type RunningValues = { name: string; priority: number; dueOn: string | null }

/** What can be said of a batch at any time: its name, how urgent it is, until when. */
export function RunningFields({
  values,
  onChange,
  atField,
}: {
  values: RunningValues
  onChange: (values: RunningValues) => void
  atField: (path: string) => string | undefined
}) {
  const t = useTranslations('batches.form')
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t('name')} hint={t('nameHint')} required error={atField('name')} className="sm:col-span-2">
        {(wires) => (
          <TextInput
            {...wires}
            value={values.name}
            maxLength={200}
            onChange={(event) => onChange({ ...values, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('dueOn')} optional error={atField('dueOn')}>
        {(wires) => (
          <TextInput
            {...wires}
            type="date"
            value={values.dueOn ?? ''}
            onChange={(event) => onChange({ ...values, dueOn: event.target.value || null })}
          />
        )}
      </Field>
      <Field label={t('priority')} hint={t('priorityHint')} error={atField('priority')}>
        {(wires) => (
          <TextInput
            {...wires}
            type="number"
            min={-100}
            max={100}
            step={1}
            value={values.priority}
            onChange={(event) => onChange({ ...values, priority: Number(event.target.value) })}
          />
        )}
      </Field>
    </div>
  )
}

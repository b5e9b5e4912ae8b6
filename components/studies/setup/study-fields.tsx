'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { taskSettings } from '@/components/tasks/task-settings'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { LanguagesField } from './languages-field'
import type { Failure } from './outcome'
import type { StudyValues } from './study-values'
import { useFailureWords } from './use-failure-words'

const policies = ['on-disagreement', 'always', 'never'] as const

/** Everything an admin may say of a study, in three cards. With `frozen`, the settings that judgments rest on are shown, not open. */
export function StudyFields({
  task,
  values,
  onChange,
  failure,
  frozen = false,
  children,
}: {
  task: string
  values: StudyValues
  onChange: (values: StudyValues) => void
  failure: Failure | null
  frozen?: boolean
  /** Further fields of the first card. */
  children?: ReactNode
}) {
  const t = useTranslations('studies.settings')
  const { atField } = useFailureWords()
  const { Fields } = taskSettings(task)
  const set = (some: Partial<StudyValues>) => onChange({ ...values, ...some })
  return (
    <>
      <Card title={t('about')}>
        <div className="grid gap-5">
          <Field label={t('name')} required error={atField(failure, 'name')}>
            {(wires) => <TextInput {...wires} maxLength={200} value={values.name} onChange={(event) => set({ name: event.target.value })} />}
          </Field>
          {children}
          <Field label={t('description')} hint={t('descriptionHint')} optional error={atField(failure, 'description')}>
            {(wires) => (
              <TextArea {...wires} maxLength={5_000} value={values.description} onChange={(event) => set({ description: event.target.value })} />
            )}
          </Field>
          <LanguagesField value={values.languages} onChange={(languages) => set({ languages })} error={atField(failure, 'languages')} />
          <Field label={t('licence')} hint={t('licenceHint')} optional error={atField(failure, 'licence')}>
            {(wires) => (
              <TextInput {...wires} maxLength={200} value={values.licence} placeholder="CC-BY-4.0" onChange={(event) => set({ licence: event.target.value })} />
            )}
          </Field>
        </div>
      </Card>
      <Card title={t('reading')}>
        <div className="grid gap-5">
          <Field label={t('readersPerItem')} hint={t('readersPerItemHint')} error={atField(failure, 'readersPerItem')} className="max-w-sm">
            {(wires) => (
              <TextInput
                {...wires}
                type="number"
                min={1}
                max={9}
                value={Number.isNaN(values.readersPerItem) ? '' : values.readersPerItem}
                onChange={(event) => set({ readersPerItem: event.target.valueAsNumber })}
              />
            )}
          </Field>
          <RadioGroup
            legend={t('policy')}
            value={values.policy}
            onChange={(policy) => set({ policy })}
            options={policies.map((policy) => ({ value: policy, label: t(`policies.${policy}`), hint: t(`policyHints.${policy}`) }))}
          />
          <Checkbox
            label={t('showsVerdicts')}
            hint={t('showsVerdictsHint')}
            checked={values.showsVerdicts}
            onChange={(event) => set({ showsVerdicts: event.target.checked })}
          />
        </div>
      </Card>
      <Card title={t('judging')} note={t('judgingNote')}>
        {frozen && (
          <Notice className="mb-4" title={t('frozen')}>
            {t('frozenWhy')}
          </Notice>
        )}
        <Fields value={values.settings} onChange={(settings) => set({ settings })} errorAt={(path) => atField(failure, path)} frozen={frozen} />
      </Card>
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { SettingsFieldsProps } from '@/components/tasks/task-settings'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { Switch } from '@/components/ui/switch'
import { TextInput } from '@/components/ui/text-input'
import type { Settings } from '@/lib/tasks/preference/settings'

/** What a study of preferences fixes for its judgments: what counts, and when two readings agree. */
export function PreferenceSettings({ value: given, onChange, errorAt, frozen }: SettingsFieldsProps) {
  const t = useTranslations('preference.settings')
  const value = given as Settings
  const change = (some: Partial<Settings>) => onChange({ ...value, ...some })
  return (
    <fieldset disabled={frozen} className="grid min-w-0 gap-5">
      <RadioGroup
        legend={t('counts')}
        value={value.counts}
        onChange={(counts) => change({ counts })}
        options={[
          { value: 'overall', label: t('overall'), hint: t('overallHint') },
          { value: 'overall-and-axes', label: t('axes'), hint: t('axesHint') },
        ]}
      />
      <Switch label={t('strength')} hint={t('strengthHint')} checked={value.strengthApart !== null} onChange={(event) => change({ strengthApart: event.target.checked ? 1 : null })} />
      {value.strengthApart !== null && (
        <Field label={t('apart')} hint={t('apartHint')} error={errorAt('strengthApart')} className="ms-6 max-w-48">
          {(wires) => (
            <TextInput {...wires} type="number" min={0} max={8} value={Number.isNaN(value.strengthApart) ? '' : (value.strengthApart ?? '')} onChange={(event) => change({ strengthApart: event.target.valueAsNumber })} />
          )}
        </Field>
      )}
    </fieldset>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { SettingsFieldsProps } from '@/components/tasks/task-settings'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'
import type { Settings } from '@/lib/tasks/error-spans/settings'

const usualOverlap = 0.5

/** What a study of error-spans fixes for its judgments: how many errors a text may have, and when two spans are the same. */
export function ErrorSpansSettings({ value: given, onChange, errorAt, frozen }: SettingsFieldsProps) {
  const value = given as Settings
  const change = (changed: Settings) => onChange(changed)
  const t = useTranslations('studies.settings')
  const overlap = value.tolerance === 'exact' ? null : value.tolerance.overlap
  return (
    <fieldset disabled={frozen} className="grid min-w-0 gap-5">
      <RadioGroup
        legend={t('errorsPerText')}
        value={value.errorsPerText}
        onChange={(errorsPerText) => change({ ...value, errorsPerText })}
        options={[
          { value: 'any', label: t('anyNumber'), hint: t('anyNumberHint') },
          { value: 'exactly-one', label: t('exactlyOne'), hint: t('exactlyOneHint') },
        ]}
      />
      <RadioGroup
        legend={t('tolerance')}
        hint={t('toleranceHint')}
        value={overlap === null ? 'exact' : 'overlap'}
        onChange={(kind) => change({ ...value, tolerance: kind === 'exact' ? 'exact' : { overlap: usualOverlap } })}
        options={[
          { value: 'exact', label: t('exact'), hint: t('exactHint') },
          { value: 'overlap', label: t('overlap'), hint: t('overlapHint') },
        ]}
      />
      {overlap !== null && (
        <Field label={t('overlapLeast')} hint={t('overlapLeastHint')} error={errorAt('settings') ?? errorAt('tolerance')} className="ms-6 max-w-48">
          {(wires) => (
            <TextInput
              {...wires}
              type="number"
              min={0.05}
              max={1}
              step={0.05}
              value={Number.isNaN(overlap) ? '' : overlap}
              onChange={(event) => change({ ...value, tolerance: { overlap: event.target.valueAsNumber } })}
            />
          )}
        </Field>
      )}
    </fieldset>
  )
}

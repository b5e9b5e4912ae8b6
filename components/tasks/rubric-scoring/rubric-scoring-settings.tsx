'use client'
import { useTranslations } from 'next-intl'
import type { SettingsFieldsProps } from '@/components/tasks/task-settings'
import { RadioGroup } from '@/components/ui/radio-group'
import type { Settings } from '@/lib/tasks/rubric-scoring/settings'

/** What a study of rubric scores fixes for its judgments: when two labels are the same. */
export function RubricScoringSettings({ value: given, onChange, frozen }: SettingsFieldsProps) {
  const t = useTranslations('rubric-scoring.settings')
  const value = given as Settings
  return (
    <fieldset disabled={frozen} className="grid min-w-0 gap-5">
      <RadioGroup
        legend={t('tolerance')}
        value={value.tolerance}
        onChange={(tolerance) => onChange({ ...value, tolerance })}
        options={[
          { value: 'exact', label: t('exact'), hint: t('exactHint') },
          { value: 'half-step', label: t('halfStep'), hint: t('halfStepHint') },
        ]}
      />
    </fieldset>
  )
}

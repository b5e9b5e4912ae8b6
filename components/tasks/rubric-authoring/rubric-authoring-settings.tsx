'use client'
import { useTranslations } from 'next-intl'
import type { SettingsFieldsProps } from '@/components/tasks/task-settings'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { Settings } from '@/lib/tasks/rubric-authoring/settings'

/** What a study of rubrics fixes: what criteria count, when two physicians agree, and when drafting is good enough. */
export function RubricAuthoringSettings({ value: given, onChange, errorAt, frozen }: SettingsFieldsProps) {
  const t = useTranslations('rubric-authoring.settings')
  const value = given as Settings
  const { stopRule } = value
  const rule = (some: Partial<Settings['stopRule']>) => onChange({ ...value, stopRule: { ...stopRule, ...some } })
  const percent = (label: string, hint: string, share: number, write: (share: number) => void, path: string) => (
    <Field label={label} hint={hint} error={errorAt(path)} className="max-w-md">
      {(wires) => <TextInput {...wires} type="number" min={0} max={100} step="any" className="w-28" value={Math.round(share * 1e6) / 1e4} onChange={(event) => write(Math.round(Number(event.target.value) * 1e4) / 1e6)} />}
    </Field>
  )
  const whole = (label: string, number: number, most: number, write: (number: number) => void, path: string) => (
    <Field label={label} error={errorAt(path)} className="max-w-md">
      {(wires) => <TextInput {...wires} type="number" min={1} max={most} step={1} className="w-28" value={number} onChange={(event) => write(Math.round(Number(event.target.value)))} />}
    </Field>
  )
  return (
    <fieldset disabled={frozen} className="grid min-w-0 gap-5">
      <RadioGroup
        legend={t('counting')}
        value={value.counting}
        onChange={(counting) => onChange({ ...value, counting })}
        options={[
          { value: 'weights', label: t('weights'), hint: t('weightsHint') },
          { value: 'points', label: t('points'), hint: t('pointsHint') },
        ]}
      />
      <div className="max-w-md">
        <p className="mb-1.5 text-sm font-medium">{t('sameWording')}</p>
        <p className="text-sm text-ink-soft">{t('sameWordingHint')}</p>
      </div>
      {value.counting === 'weights' && percent(t('weightTolerance'), t('weightToleranceHint'), value.weightTolerance / 1e6, (share) => onChange({ ...value, weightTolerance: Math.round(share * 1e6) }), 'weightTolerance')}
      <fieldset className="grid min-w-0 gap-4">
        <legend className="mb-1.5 font-medium">{t('stopRule')}</legend>
        <p className="text-sm text-ink-soft">{t('stopRuleHint')}</p>
        {percent(t('leastPassRate'), t('leastPassRateHint'), stopRule.leastPassRate, (leastPassRate) => rule({ leastPassRate }), 'stopRule.leastPassRate')}
        {percent(t('mostChange'), t('mostChangeHint'), stopRule.mostChange, (mostChange) => rule({ mostChange }), 'stopRule.mostChange')}
        {whole(t('rounds'), stopRule.rounds, 20, (rounds) => rule({ rounds }), 'stopRule.rounds')}
        {whole(t('leastReviewed'), stopRule.leastReviewed, 100_000, (leastReviewed) => rule({ leastReviewed }), 'stopRule.leastReviewed')}
        <Field label={t('confidence')} className="max-w-md">
          {(wires) => <Select {...wires} className="w-28" value={String(stopRule.confidence)} options={[0.9, 0.95, 0.99].map((one) => ({ value: String(one), label: `${one * 100} %` }))} onChange={(event) => rule({ confidence: Number(event.target.value) as 0.95 })} />}
        </Field>
      </fieldset>
    </fieldset>
  )
}

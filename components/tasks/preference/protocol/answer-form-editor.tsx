'use client'
import { useTranslations } from 'next-intl'
import { ScaleEditor } from '@/components/protocol/scale-editor'
import { useProblemWords } from '@/components/protocol/use-problem-words'
import type { FormEditorProps } from '@/components/tasks/task-protocols'
import { Card } from '@/components/ui/card'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Switch } from '@/components/ui/switch'
import type { Form } from '@/lib/tasks/preference/form'

/** How a preference is said: how strongly, what else than a response may be chosen, and whether a reason is owed. */
export function AnswerFormEditor({ form: given, onChange, problems }: FormEditorProps) {
  const t = useTranslations('preference.form')
  const form = given as Form
  const problemAt = useProblemWords(problems)
  const set = (some: Partial<Form>) => onChange({ ...form, ...some })
  return (
    <Card level={3} title={t('answers')}>
      <div className="grid gap-6">
        <ScaleEditor label={t('strength')} hint={t('strengthHint')} value={form.strength} onChange={(strength) => set({ strength })} problemAt={(level) => problemAt(`strength.levels.${level}`)} />
        <Switch label={t('tie')} hint={t('tieHint')} checked={form.tie} onChange={(event) => set({ tie: event.target.checked })} />
        <Switch label={t('allBad')} hint={t('allBadHint')} checked={form.allBad} onChange={(event) => set({ allBad: event.target.checked })} />
        <SegmentedControl
          className="max-w-xl"
          label={t('rationale')}
          value={form.rationale}
          onChange={(rationale) => set({ rationale })}
          options={(['required', 'optional', 'off'] as const).map((value) => ({ value, label: t(`obligations.${value}`) }))}
        />
        <Switch label={t('provisional')} hint={t('provisionalHint')} checked={form.provisional} onChange={(event) => set({ provisional: event.target.checked })} />
      </div>
    </Card>
  )
}

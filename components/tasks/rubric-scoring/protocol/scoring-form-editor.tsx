'use client'
import { useTranslations } from 'next-intl'
import { RewardFields } from '@/components/tasks/reward-fields'
import { CodedList } from '@/components/tasks/rubric/coded-list'
import type { FormEditorProps } from '@/components/tasks/task-protocols'
import { withReward } from '@/components/tasks/with-reward'
import { Card } from '@/components/ui/card'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Switch } from '@/components/ui/switch'
import type { Form } from '@/lib/tasks/rubric-scoring/form'

const obligations = ['required', 'optional', 'off'] as const
const unnamed = { en: '', 'zh-CN': '' }

/** The scale, what is owed beside a label, whether scores are seen, what axes are called, and what a reward follows by. */
export function ScoringFormEditor({ form: given, onChange, problems }: FormEditorProps) {
  const t = useTranslations('rubric-scoring.form')
  const form = withReward(given as Form)
  const set = (some: Partial<Form>) => onChange({ ...form, ...some })
  return (
    <div className="grid gap-5">
      <Card level={3} title={t('scale')} note={t('scaleNote')}>
        <div className="grid max-w-xl gap-4">
          <Switch label={t('partly')} hint={t('partlyHint')} checked={form.scale.partly} onChange={(event) => set({ scale: { ...form.scale, partly: event.target.checked } })} />
          <Switch label={t('notApplicable')} hint={t('notApplicableHint')} checked={form.scale.notApplicable} onChange={(event) => set({ scale: { ...form.scale, notApplicable: event.target.checked } })} />
        </div>
      </Card>
      <Card level={3} title={t('owed')} note={t('owedNote')}>
        <div className="grid max-w-xl gap-5">
          <SegmentedControl label={t('rationale')} value={form.rationale} onChange={(rationale) => set({ rationale })} options={obligations.map((value) => ({ value, label: t(`obligations.${value}`) }))} />
          <SegmentedControl label={t('evidence')} value={form.evidence} onChange={(evidence) => set({ evidence })} options={(['required', 'optional'] as const).map((value) => ({ value, label: t(`obligations.${value}`) }))} />
          <Switch label={t('showsScores')} hint={t('showsScoresHint')} checked={form.showsScores} onChange={(event) => set({ showsScores: event.target.checked })} />
          <Switch label={t('provisional')} hint={t('provisionalHint')} checked={form.provisional} onChange={(event) => set({ provisional: event.target.checked })} />
        </div>
      </Card>
      <Card level={3} title={t('axes')} note={t('axesNote')}>
        <CodedList path="axes" list={form.axes ?? []} mine={() => true} blank={(code) => ({ code, name: unnamed })} problems={problems} onChange={(axes) => set({ axes })} />
      </Card>
      <RewardFields value={form.reward} problems={problems} onChange={(reward) => set({ reward })} />
    </div>
  )
}

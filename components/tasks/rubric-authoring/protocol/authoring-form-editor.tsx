'use client'
import { useTranslations } from 'next-intl'
import { RewardFields } from '@/components/tasks/reward-fields'
import type { FormEditorProps } from '@/components/tasks/task-protocols'
import { withReward } from '@/components/tasks/with-reward'
import { Card } from '@/components/ui/card'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Switch } from '@/components/ui/switch'
import { groups } from '@/lib/tasks/rubric/groups'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import { CodedList } from '@/components/tasks/rubric/coded-list'

const obligations = ['required', 'optional', 'off'] as const
const unnamed = { en: '', 'zh-CN': '' }

/** The axes of each group, the reasons for not passing a draft, what is owed beside a criterion's words, and what a reward follows by. */
export function AuthoringFormEditor({ form: given, onChange, problems }: FormEditorProps) {
  const t = useTranslations('rubric-authoring')
  const form = withReward(given as Form)
  const set = (some: Partial<Form>) => onChange({ ...form, ...some })
  const options = obligations.map((value) => ({ value, label: t(`form.obligations.${value}`) }))
  return (
    <div className="grid gap-5">
      <Card level={3} title={t('form.owed')}>
        <div className="grid max-w-xl gap-5">
          <SegmentedControl label={t('form.rationale')} value={form.rationale} onChange={(rationale) => set({ rationale })} options={options} />
          <SegmentedControl label={t('form.evidence')} value={form.evidence} onChange={(evidence) => set({ evidence })} options={options} />
          <Switch label={t('form.provisional')} hint={t('form.provisionalHint')} checked={form.provisional} onChange={(event) => set({ provisional: event.target.checked })} />
        </div>
      </Card>
      {groups.map((group) => (
        <Card key={group} level={3} title={t('form.axesOf', { group: t(`groups.${group}`) })}>
          <CodedList path="axes" list={form.axes} mine={(one) => one.group === group} blank={(code) => ({ code, group, name: unnamed })} problems={problems} onChange={(axes) => set({ axes })} />
        </Card>
      ))}
      <Card level={3} title={t('form.reasons')} note={t('form.reasonsNote')}>
        <CodedList path="reasons" list={form.reasons} mine={() => true} blank={(code) => ({ code, name: unnamed })} problems={problems} onChange={(reasons) => set({ reasons })} />
      </Card>
      <RewardFields value={form.reward} problems={problems} onChange={(reward) => set({ reward })} />
    </div>
  )
}

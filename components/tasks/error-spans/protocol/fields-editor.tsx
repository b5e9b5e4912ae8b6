'use client'
import { useTranslations } from 'next-intl'
import type { FormEditorProps } from '@/components/tasks/task-protocols'
import { Card } from '@/components/ui/card'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Switch } from '@/components/ui/switch'
import type { Form } from '@/lib/tasks/error-spans/form'
import { ScaleEditor } from '@/components/protocol/scale-editor'
import { useProblemWords } from '@/components/protocol/use-problem-words'

const obligations = ['required', 'optional', 'off'] as const

/** What readers are asked besides the errors themselves. */
export function FieldsEditor({ form: given, onChange, problems }: FormEditorProps) {
  const form = given as Form
  const t = useTranslations('protocol.fields')
  const problemAt = useProblemWords(problems)
  const { fields } = form
  const set = (some: Partial<Form['fields']>) => onChange({ ...form, fields: { ...fields, ...some } })
  const options = obligations.map((value) => ({ value, label: t(`obligations.${value}`) }))
  return (
    <div className="grid gap-5">
      <Card level={3} title={t('ofError')}>
        <div className="grid max-w-xl gap-5">
          <SegmentedControl label={t('correction')} value={fields.correction} onChange={(correction) => set({ correction })} options={options} />
          <SegmentedControl label={t('explanation')} value={fields.explanation} onChange={(explanation) => set({ explanation })} options={options} />
          <Switch label={t('references')} hint={t('referencesHint')} checked={fields.references} onChange={(event) => set({ references: event.target.checked })} />
        </div>
      </Card>
      <Card level={3} title={t('ofText')}>
        <div className="grid gap-6">
          {(['difficulty', 'confidence'] as const).map((name) => (
            <ScaleEditor
              key={name}
              label={t(name)}
              hint={t(`${name}Hint`)}
              value={fields[name]}
              onChange={(scale) => set({ [name]: scale })}
              problemAt={(level) => problemAt(`fields.${name}.levels.${level}`)}
            />
          ))}
        </div>
      </Card>
    </div>
  )
}

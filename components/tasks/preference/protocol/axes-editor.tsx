'use client'
import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { LocalisedFields } from '@/components/protocol/localised-fields'
import { useProblemWords } from '@/components/protocol/use-problem-words'
import type { FormEditorProps } from '@/components/tasks/task-protocols'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { TextInput } from '@/components/ui/text-input'
import type { Form } from '@/lib/tasks/preference/form'

const nothing = { en: '', 'zh-CN': '' }

/** The axes that are asked beside the overall choice, in the order readers meet them. */
export function AxesEditor({ form: given, onChange, problems }: FormEditorProps) {
  const t = useTranslations('preference.form')
  const locale = useLocale()
  const form = given as Form
  const problemAt = useProblemWords(problems)
  const { axes } = form
  const set = (next: Form['axes']) => onChange({ ...form, axes: next })
  const change = (at: number, some: Partial<Form['axes'][number]>) => set(axes.with(at, { ...axes[at]!, ...some }))
  const swap = (at: number, by: -1 | 1) => set(axes.with(at, axes[at + by]!).with(at + by, axes[at]!))
  const freeCode = () => {
    for (let number = axes.length + 1; ; number++) if (!axes.some(({ code }) => code === `axis${number}`)) return `axis${number}`
  }
  return (
    <div className="grid gap-4">
      {axes.map((axis, at) => {
        const name = axis.name[locale] || axis.code
        return (
          <Card
            key={at}
            level={3}
            title={name}
            actions={
              <span className="flex gap-1">
                <IconButton size="small" label={t('up', { name })} icon={<ChevronUp size={16} aria-hidden />} disabled={at === 0} onClick={() => swap(at, -1)} />
                <IconButton size="small" label={t('down', { name })} icon={<ChevronDown size={16} aria-hidden />} disabled={at === axes.length - 1} onClick={() => swap(at, 1)} />
                <IconButton size="small" label={t('remove', { name })} icon={<Trash2 size={16} aria-hidden />} onClick={() => set(axes.toSpliced(at, 1))} />
              </span>
            }
          >
            <div className="grid gap-4">
              <LocalisedFields label={t('name')} value={axis.name} onChange={(value) => change(at, { name: value })} error={problemAt(`axes.${at}.name`)} />
              <LocalisedFields label={t('definition')} lines={2} optional value={axis.definition} onChange={(value) => change(at, { definition: value })} />
              <Field label={t('code')} hint={t('codeHint')} error={problemAt(`axes.${at}.code`)} className="max-w-64">
                {(wires) => <TextInput {...wires} value={axis.code} maxLength={80} onChange={(event) => change(at, { code: event.target.value })} />}
              </Field>
              <Checkbox label={t('required')} checked={axis.required} onChange={(event) => change(at, { required: event.target.checked })} />
            </div>
          </Card>
        )
      })}
      <div>
        <Button icon={<Plus size={16} aria-hidden />} disabled={axes.length >= 20} onClick={() => set([...axes, { code: freeCode(), name: nothing, definition: nothing, required: true }])}>
          {t('add')}
        </Button>
      </div>
    </div>
  )
}

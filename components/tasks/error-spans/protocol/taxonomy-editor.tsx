'use client'
import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FormEditorProps } from '@/components/tasks/task-protocols'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { TextInput } from '@/components/ui/text-input'
import type { Form } from '@/lib/tasks/error-spans/form'
import { changedGroup, changedType, movedGroup, movedType, neighbour, withGroup, withoutGroup, withoutType, withType, type Place } from './form-model'
import { LocalisedFields } from '@/components/protocol/localised-fields'
import { TypeEditor } from './type-editor'
import { useProblemWords } from '@/components/protocol/use-problem-words'

/** The error types in their groups. What is wrong stands at its field; the order is the order readers see. */
export function TaxonomyEditor({ form: given, onChange, problems }: FormEditorProps) {
  const form = given as Form
  const t = useTranslations('protocol')
  const locale = useLocale()
  const problemAt = useProblemWords(problems)
  const [dragged, setDragged] = useState<Place | null>(null)
  const [said, setSaid] = useState('')
  /** Codes of the types whose fields are shown: they stay open where they are moved to. */
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const shown = (code: string, show: boolean) => setOpen((before) => new Set(show ? [...before, code] : [...before].filter((one) => one !== code)))
  const add = (group: number) => {
    const next = withType(form, group)
    shown(next.taxonomy[group]?.types.at(-1)?.code ?? '', true)
    onChange(next)
  }

  const move = (from: Place, to: Place) => {
    const type = form.taxonomy[from.group]?.types[from.type]
    onChange(movedType(form, from, to))
    const group = form.taxonomy[to.group]?.name[locale] ?? ''
    if (!type) return
    setSaid(t('type.moved', { name: type.name[locale], place: to.type + 1, group }))
    // The line is drawn anew elsewhere; the keyboard follows it.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-type-code="${CSS.escape(type.code)}"]`)?.focus())
  }
  const drop = (to: Place) => {
    if (!dragged) return
    const behind = dragged.group === to.group && dragged.type < to.type
    move(dragged, behind ? { ...to, type: to.type - 1 } : to)
    setDragged(null)
  }

  return (
    <div className="grid gap-5">
      <p className="sr-only" role="status">
        {said}
      </p>
      <Checkbox
        label={t('provisional.label')}
        hint={t('provisional.hint')}
        checked={form.provisional}
        onChange={(event) => onChange({ ...form, provisional: event.target.checked })}
      />
      {form.taxonomy.map((group, g) => {
        const name = group.name[locale] || t('group.unnamed')
        return (
          <Card
            key={g}
            level={3}
            title={name}
            actions={
              <span className="flex gap-1">
                <IconButton size="small" label={t('group.up', { name })} icon={<ChevronUp size={16} aria-hidden />} disabled={g === 0} onClick={() => onChange(movedGroup(form, g, -1))} />
                <IconButton
                  size="small"
                  label={t('group.down', { name })}
                  icon={<ChevronDown size={16} aria-hidden />}
                  disabled={g === form.taxonomy.length - 1}
                  onClick={() => onChange(movedGroup(form, g, 1))}
                />
                <IconButton size="small" label={t('group.remove', { name })} icon={<Trash2 size={16} aria-hidden />} disabled={form.taxonomy.length === 1} onClick={() => onChange(withoutGroup(form, g))} />
              </span>
            }
          >
            <div className="grid gap-4">
              <LocalisedFields label={t('group.name')} value={group.name} onChange={(value) => onChange(changedGroup(form, g, { name: value }))} error={problemAt(`taxonomy.${g}.name`)} />
              <Field label={t('group.code')} error={problemAt(`taxonomy.${g}.code`)} className="max-w-64">
                {(wires) => <TextInput {...wires} value={group.code} maxLength={80} onChange={(event) => onChange(changedGroup(form, g, { code: event.target.value }))} />}
              </Field>
              <ul className="grid gap-2" aria-label={t('group.types', { name })}>
                {group.types.map((type, place) => {
                  const here = { group: g, type: place }
                  const [up, down] = [neighbour(form, here, -1), neighbour(form, here, 1)]
                  const path = `taxonomy.${g}.types.${place}`
                  return (
                    <li key={`${g}-${place}`} onDragOver={(event) => dragged && event.preventDefault()} onDrop={() => drop(here)}>
                      <TypeEditor
                        type={type}
                        open={open.has(type.code)}
                        problemAt={(field) => problemAt(`${path}.${field}`)}
                        wrong={[...problems.keys()].some((key) => key.startsWith(`${path}.`))}
                        verbs={{
                          change: (change) => {
                            if (change.code !== undefined && open.has(type.code)) shown(change.code, true)
                            onChange(changedType(form, here, change))
                          },
                          toggle: () => shown(type.code, !open.has(type.code)),
                          remove: () => onChange(withoutType(form, here)),
                          up: up && (() => move(here, up)),
                          down: down && (() => move(here, down)),
                          drag: { onDragStart: () => setDragged(here), onDragEnd: () => setDragged(null) },
                        }}
                      />
                    </li>
                  )
                })}
                <li onDragOver={(event) => dragged && event.preventDefault()} onDrop={() => drop({ group: g, type: group.types.length })}>
                  {problemAt(`taxonomy.${g}.types`) && (
                    <p role="alert" className="mb-2 text-sm font-medium text-danger">
                      {t('group.empty')}
                    </p>
                  )}
                  <Button size="small" icon={<Plus size={15} aria-hidden />} onClick={() => add(g)}>
                    {t('type.add')}
                  </Button>
                </li>
              </ul>
            </div>
          </Card>
        )
      })}
      <div>
        <Button icon={<Plus size={16} aria-hidden />} onClick={() => onChange(withGroup(form))}>
          {t('group.add')}
        </Button>
      </div>
    </div>
  )
}

'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Notice } from '@/components/ui/notice'
import { randomUuid } from '@/components/ui/random-uuid'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { useVerb, type Verb } from './use-verb'

export type ConflictInput = { kind: 'source' | 'person'; value: string; note: string }

/** Sources and people whose items this person must not read. */
export function ConflictsForm({ conflicts, save }: { conflicts: ConflictInput[]; save: Verb<{ conflicts: ConflictInput[] }> }) {
  const t = useTranslations('account.conflicts')
  const { run, pending, sentence, fieldError } = useVerb(save)
  const [rows, setRows] = useState(() => conflicts.map((conflict) => ({ ...conflict, id: randomUuid() })))
  const change = (id: string, part: Partial<ConflictInput>) => setRows(rows.map((row) => (row.id === id ? { ...row, ...part } : row)))
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await run({ conflicts: rows.map(({ kind, value, note }) => ({ kind, value, note })) })) toast(t('saved'), { tone: 'good' })
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      {sentence && <Notice tone="danger" live>{sentence}</Notice>}
      {rows.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      <ul className="grid gap-4">
        {rows.map((row, at) => (
          <li key={row.id} className="grid items-end gap-3 border-b border-line pb-4 sm:grid-cols-[8rem_1fr_1fr_auto]">
            <Field label={t('kind')}>
              {(wires) => (
                <Select
                  {...wires}
                  value={row.kind}
                  options={[{ value: 'source', label: t('source') }, { value: 'person', label: t('person') }]}
                  onChange={(event) => change(row.id, { kind: event.target.value === 'person' ? 'person' : 'source' })}
                />
              )}
            </Field>
            <Field label={t('value')} required error={fieldError(`conflicts.${at}.value`)}>
              {(wires) => <TextInput {...wires} value={row.value} onChange={(event) => change(row.id, { value: event.target.value })} />}
            </Field>
            <Field label={t('why')} optional>
              {(wires) => <TextInput {...wires} value={row.note} onChange={(event) => change(row.id, { note: event.target.value })} />}
            </Field>
            <IconButton
              label={t('remove', { name: row.value })}
              icon={<Trash2 size={16} aria-hidden />}
              onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<Plus size={16} aria-hidden />}
          onClick={() => setRows([...rows, { id: randomUuid(), kind: 'source', value: '', note: '' }])}
        >
          {t('add')}
        </Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

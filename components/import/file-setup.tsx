'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { encodings } from '@/lib/formats/encoding'
import type { ItemRow } from '@/lib/formats/item-row'
import { importCodes } from '@/lib/tasks/import-codes'
import { taskOf } from '@/lib/tasks/registry'
import { said, type FileChoice } from './file-choice'
import { firstRows, type FirstRows } from './first-rows'
import { FirstRowsTable, type PreviewRow } from './first-rows-table'
import { MappingTable } from './mapping-table'
import { useFileWords } from './use-file-words'

const units = ['line', 'paragraph', 'file'] as const
const defaultFields = ['language', 'specialty', 'source', 'licence'] as const

/** How a chosen file shall be read, and what that makes of its first rows: seen at once, before anything is sent. */
export function FileSetup({ choice, task, contentNames, onChange }: { choice: FileChoice; task: string; contentNames: readonly string[]; onChange: (choice: FileChoice) => void }) {
  const t = useTranslations('import.setup')
  const encodingNames = useTranslations('formats.encodings')
  const words = useFileWords()
  const [first, setFirst] = useState<FirstRows>({ rows: [], refused: null })
  const set = (some: Parameters<typeof said>[2]) => onChange(said(choice, task, some))
  useEffect(() => {
    let current = true
    void firstRows(choice, task).then((found) => current && setFirst(found))
    return () => {
      current = false
    }
  }, [choice, task])

  return (
    <>
      <Card title={t('title')} note={t('note')}>
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Field label={t('format')} hint={choice.format ? t(`formatHints.${choice.format}` as never) : t('chooseFormat')}>
            {(wires) => (
              <Select
                {...wires}
                value={choice.format}
                placeholder={t('chooseFormat')}
                onChange={(event) => set({ format: event.target.value })}
                options={importCodes(taskOf(task).imports).map((code) => ({ value: code, label: t(`formats.${code}` as never) }))}
              />
            )}
          </Field>
          <Field label={t('encoding')} hint={t('encodingHint')}>
            {(wires) => (
              <Select
                {...wires}
                value={choice.encoding}
                onChange={(event) => set({ encoding: event.target.value as FileChoice['encoding'] })}
                options={[{ value: '', label: t('detected', { encoding: encodingNames(choice.detected) }) }, ...encodings.map((encoding) => ({ value: encoding, label: encodingNames(encoding) }))]}
              />
            )}
          </Field>
          {choice.format === 'plain' && (
            <Field label={t('unit')}>
              {(wires) => <Select {...wires} value={choice.unit} onChange={(event) => set({ unit: event.target.value as FileChoice['unit'] })} options={units.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))} />}
            </Field>
          )}
        </div>
        <details className="mt-4">
          <summary className="text-sm font-medium">{t('defaults')}</summary>
          <p className="mt-1 text-sm text-ink-soft">{t('defaultsNote')}</p>
          <div className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {defaultFields.map((field) => (
              <Field key={field} label={t(`defaultFields.${field}`)}>
                {(wires) => <TextInput {...wires} maxLength={2_000} value={choice.defaults[field] ?? ''} onChange={(event) => set({ defaults: { ...choice.defaults, [field]: event.target.value } })} />}
              </Field>
            ))}
          </div>
        </details>
      </Card>
      {choice.format === 'csv' && (
        <Card title={t('mapping')} note={t('mappingNote')} flush>
          <div className="pb-4">
            <MappingTable columns={choice.columns} mapping={choice.mapping} contentNames={contentNames} onChange={(mapping) => set({ mapping })} />
          </div>
        </Card>
      )}
      {choice.format && (
        <Card title={t('first')} note={t('firstNote')} flush>
          {first.refused ? (
            <Notice tone="danger" className="m-5">
              {words.file(first.refused) ?? t('unreadable')}
            </Notice>
          ) : (
            <FirstRowsTable caption={t('first')} rows={first.rows.map((row, at) => previewOf(row, at, task))} />
          )}
        </Card>
      )}
    </>
  )
}

function previewOf(row: ItemRow, at: number, task: string): PreviewRow {
  if ('reason' in row) {
    const { line, field, reason, values = null, raw } = row
    return { line, part: at, id: null, text: null, length: null, facts: [], sealed: [], problem: { field, reason, values, raw: raw?.slice(0, 400) ?? null } }
  }
  const { id, content, language, specialty, tags, sealed } = row.item
  const text = taskOf(task).textOf(content)
  const facts = [language, specialty, ...Object.entries(tags).map(([name, value]) => `${name}: ${String(value)}`)].filter((fact): fact is string => fact !== null)
  return { line: row.line, part: at, id, text: text.slice(0, 400), length: [...text].length, facts, sealed: Object.keys(sealed), problem: null }
}

'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LocalisedFields } from '@/components/protocol/localised-fields'
import { useProblemWords } from '@/components/protocol/use-problem-words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { TextInput } from '@/components/ui/text-input'
import type { Localised } from '@/lib/locale'

type Coded = { code: string; name: Localised }

/** Choices that a protocol offers, each with a code and a name in both languages. `at`: their places in the form's own list. */
export function CodedList<One extends Coded>({
  path,
  list,
  mine,
  blank,
  problems,
  onChange,
}: {
  path: string
  list: readonly One[]
  mine: (one: One) => boolean
  blank: (code: string) => One
  problems: ReadonlyMap<string, string>
  onChange: (list: One[]) => void
}) {
  const t = useTranslations('protocol.coded')
  const problemAt = useProblemWords(problems)
  const free = () => {
    let nth = list.length + 1
    while (list.some(({ code }) => code === `choice-${nth}`)) nth += 1
    return `choice-${nth}`
  }
  return (
    <div className="grid gap-3">
      <ul className="grid gap-3">
        {list.map(
          (one, at) =>
            mine(one) && (
              <li key={at} className="grid items-end gap-3 border-b border-line pb-3 md:grid-cols-[12rem_1fr_auto]">
                <Field label={t('code')} error={problemAt(`${path}.${at}.code`)}>
                  {(wires) => <TextInput {...wires} value={one.code} maxLength={80} onChange={(event) => onChange(list.with(at, { ...one, code: event.target.value }))} />}
                </Field>
                <LocalisedFields label={t('name')} value={one.name} error={problemAt(`${path}.${at}.name`)} onChange={(name) => onChange(list.with(at, { ...one, name }))} />
                <IconButton label={t('remove', { name: one.code })} icon={<Trash2 size={16} aria-hidden />} onClick={() => onChange(list.toSpliced(at, 1))} />
              </li>
            ),
        )}
      </ul>
      {problemAt(path) && (
        <p role="alert" className="text-sm font-medium text-danger">
          {problemAt(path)}
        </p>
      )}
      <div>
        <Button size="small" icon={<Plus size={15} aria-hidden />} onClick={() => onChange([...list, blank(free())])}>
          {t('addChoice')}
        </Button>
      </div>
    </div>
  )
}

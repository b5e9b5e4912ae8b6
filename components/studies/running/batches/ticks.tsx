'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'

type Tick = { value: string; label: string; hint?: string }

/** More are found by typing; a box for each of thousands would be neither read nor drawn in time. */
const shownAtOnce = 60

/** Any number of options to tick; what is ticked stays in sight, whatever is looked for. */
export function Ticks({
  legend,
  options,
  chosen,
  onChange,
}: {
  legend: string
  options: readonly Tick[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const t = useTranslations('batches.form')
  const [find, setFind] = useState('')
  const many = options.length > shownAtOnce
  const shown = useMemo(() => {
    const ticked = new Set(chosen)
    const text = find.trim().toLowerCase()
    const found = options.filter(({ value, label, hint }) => !ticked.has(value) && `${label} ${hint ?? ''}`.toLowerCase().includes(text))
    return [...options.filter(({ value }) => ticked.has(value)), ...found.slice(0, shownAtOnce)]
  }, [options, chosen, find])
  const tick = ({ value, label, hint }: Tick) => (
    <Checkbox
      key={value}
      label={label}
      hint={hint}
      checked={chosen.includes(value)}
      onChange={(event) => onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
    />
  )
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {many && (
        <Field label={t('find')} hint={t('findHint', { chosen: chosen.length, total: options.length })} className="mb-2">
          {(wires) => <TextInput {...wires} type="search" value={find} onChange={(event) => setFind(event.target.value)} />}
        </Field>
      )}
      <div className="grid max-h-56 grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-4 gap-y-1 overflow-y-auto">
        {(many ? shown : options).map(tick)}
      </div>
    </fieldset>
  )
}

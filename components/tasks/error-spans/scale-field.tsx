'use client'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent, ReactNode } from 'react'
import { RadioGroup } from '@/components/ui/radio-group'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Locale, Localised } from '@/lib/locale'

/** One level of a scale: side by side where the names are short, below each other where they are not. With the focus in it, digits choose, and lead on to a scale that follows unanswered. */
export function ScaleField({
  label,
  levels,
  locale,
  value,
  onChange,
  error,
  readOnly,
}: {
  label: ReactNode
  levels: readonly Localised[]
  locale: Locale
  value: number | null
  onChange: (level: number) => void
  error: string | undefined
  readOnly: boolean
}) {
  const t = useTranslations('error-spans.judgment')
  const names = levels.map((level) => level[locale])
  const options = names.map((name, index) => ({ value: String(index + 1), label: name, disabled: readOnly }))
  const choice = {
    value: value === null ? null : String(value),
    onChange: (chosen: string) => onChange(Number(chosen)),
    error,
  }
  // Elsewhere in the editor a digit is an error type.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const level = Number(event.key)
    if (readOnly || event.ctrlKey || event.metaKey || event.altKey || !(level >= 1 && level <= names.length)) return
    event.preventDefault()
    event.stopPropagation()
    onChange(level)
    const next = event.currentTarget.nextElementSibling
    if (next?.matches('[data-scale]:not(:has(:checked))')) next.querySelector('input')?.focus()
  }
  return (
    <div data-scale onKeyDown={onKeyDown}>
      {names.length <= 4 && names.join('').length <= 34 ? (
        <SegmentedControl {...choice} label={label} options={options.map((option) => (readOnly ? option : { ...option, shortcut: option.value }))} />
      ) : (
        <RadioGroup {...choice} legend={label} options={options.map((option, index) => ({ ...option, label: t('level', { level: index + 1, name: names[index]! }) }))} />
      )}
    </div>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'

/** Any number of a known list, folded away while nothing of it is chosen. Nothing chosen means: any. */
export function ChoiceList({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string
  options: readonly { value: string; label: string; hint?: string; locked?: boolean }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const t = useTranslations('releases.compose')
  if (options.length === 0) return null
  return (
    <details className="rounded-md border border-line px-3 py-2" open={chosen.length > 0}>
      <summary className="min-h-6 text-sm font-medium">
        {label} <span className="font-normal text-ink-soft">{t('choose', { count: chosen.length })}</span>
      </summary>
      <fieldset className="mt-2 grid max-h-64 gap-1 overflow-y-auto">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.locked}
            checked={option.locked || chosen.includes(option.value)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value))}
          />
        ))}
      </fieldset>
    </details>
  )
}
